//! The ways out of the phone for a report. Nothing is written before one of them is tapped.

import TidemarkBindings

/// How a report leaves.
public enum ShareForm: Hashable, Sendable, CaseIterable {
    case pdf, lockedPdf, tables, fhir, text

    public var mimeType: String {
        switch self {
        case .pdf, .lockedPdf: "application/pdf"
        case .tables: "application/zip"
        case .fhir: "application/fhir+json"
        case .text: "text/plain"
        }
    }

    /// What the name of its file ends in.
    var ending: String {
        switch self {
        case .pdf: ".pdf"
        case .lockedPdf: "-locked.pdf"
        case .tables: "-tables.zip"
        case .fhir: ".fhir.json"
        case .text: ".txt"
        }
    }

    /// The ways that it can go.
    public var ways: [ShareState.Way] {
        switch self {
        case .pdf: [.share, .saveAs, .print]
        case .text: [.share, .copy, .saveAs]
        case .lockedPdf, .tables, .fhir: [.share, .saveAs]
        }
    }
}

/// The core refuses a shorter one.
private let shortestPassword = 8

/// The ways out of the phone for a report.
public struct ShareState: Hashable, Sendable, Copied {
    public let options: ReportOptions
    public internal(set) var form = ShareForm.pdf
    /// What leaves in each form; none until it was read. Of tables, the ticks say it.
    public internal(set) var leaves: [ShareForm: [Leaving]] = [:]
    /// The password of a locked copy, twice; forgotten once the copy was written.
    public internal(set) var password = ""
    public internal(set) var repeated = ""
    /// What else goes into the tables.
    public internal(set) var tables = TableOptions()
    /// A file is being written or handed over.
    public internal(set) var working = false
    /// What was handed over last.
    public internal(set) var sent: Sent?
    public internal(set) var problem: ShareProblem?

    init(_ options: ReportOptions) { self.options = options }

    /// What is in the way of a locked copy.
    public var passwordProblem: PasswordProblem? {
        if form != .lockedPdf { return nil }
        if (filled(password)?.unicodeScalars.count ?? 0) < shortestPassword { return .tooShort }
        return password == repeated ? nil : .notTheSame
    }

    /// Where it goes.
    public enum Way: Hashable, Sendable, CaseIterable {
        case share, saveAs, print, copy
    }
}

public enum PasswordProblem: Hashable, Sendable {
    case tooShort, notTheSame
}

/// What was handed over: its form, its way, and how large the file was.
public struct Sent: Hashable, Sendable {
    public let form: ShareForm
    public let way: ShareState.Way
    public let bytes: Int64
    public let noted: Bool
}

/// Why nothing was handed over.
public enum ShareProblem: Hashable, Sendable {
    /// The file was not written; nothing of it is left.
    case notWritten(Problem)

    /// The file on the disk is not as long as what was written; it was taken away.
    case wrongSize

    /// Nothing on the phone took the file, or the person turned back.
    case notTaken(ShareState.Way)

    /// What leaves could not be listed.
    case notListed(Problem)

    /// What a person can do about a file that was not written.
    public var problem: Problem? {
        switch self {
        case .notWritten(let problem), .notListed(let problem): problem
        case .wrongSize, .notTaken: nil
        }
    }
}

public enum ShareEvent: Hashable, Sendable {
    case shown
    case formChosen(ShareForm)
    case passwordTyped(String)
    case passwordRepeated(String)
    case tablesTicked(TableOptions)

    /// A way out was tapped.
    case went(ShareState.Way)
    case listed([ShareForm: [Leaving]])
    case handed(Sent)
    case notHanded(ShareProblem)
}

public enum ShareEffect: Hashable, Sendable {
    case list

    /// Writes the file, looks at its size, and hands it over.
    case send(ShareForm, ShareState.Way, password: String, TableOptions)
}

extension ShareEffect: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Without the password.
    public var description: String {
        switch self {
        case .list: "list"
        case .send(let form, let way, _, _): "send(\(form), \(way))"
        }
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
