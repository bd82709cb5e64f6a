//! A session right after it. No number before steers one after, and nothing about distress is asked twice.

import TidemarkBindings

/// A session right after it.
public struct AfterState: Hashable, Sendable, Copied {
    public let sessionId: String
    /// None until it was read.
    public internal(set) var session: Session?
    public internal(set) var ratings = PhaseRatings(.after)
    public internal(set) var told = Told()
    public internal(set) var written = Written.asRead
    /// The unwanted effect whose strength is asked.
    public internal(set) var openEffect: String?
    /// "Something was too much", while it is being told; none: not offered an answer.
    public internal(set) var distress: Distress?
    /// A distress entry of this screen is on disk.
    public internal(set) var distressSaved = false
    public internal(set) var problem: Problem?

    public init(_ sessionId: String) { self.sessionId = sessionId }

    /// Before and after side by side; none while a rating after is still to be given or not on disk, so that no number before
    /// steers one after. The core shows the ratings before from the first one after on; this screen waits for the last.
    public var sides: [Side]? {
        guard let session, let before = session.before else { return nil }
        if session.hidesBefore, !session.beforeSeen, !ratings.complete { return nil }
        return ratings.questions.map {
            Side(question: $0, before: before.answer($0.measure), after: ratings.given($0.measure)?.stored)
        }
    }

    /// Ratings before can be looked at: they are there, and no number after is given.
    public var canReveal: Bool { session?.beforeHidden == true && ratings.given.isEmpty }
}

extension AfterState {
    /// One measure before and after; none where nothing was given.
    public struct Side: Hashable, Sendable {
        public let question: Question
        public let before: Answer?
        public let after: Answer?

        public var measure: MeasureId { question.measure }
    }
}

/// When it became too much, as it is being told. Everything but the kind may stay open.
public struct Distress: Hashable, Sendable, Copied {
    public var kind: String?
    /// 0 to 10, none when not said.
    public var strength: Int?
    public var helped: String
    /// Who knows, in the order they were named.
    public var told: [String]
    public var wentOn: Bool?
    public internal(set) var saving = false

    public init(kind: String? = nil, strength: Int? = nil, helped: String = "", told: [String] = [], wentOn: Bool? = nil) {
        self.kind = kind
        self.strength = strength
        self.helped = helped
        self.told = told
        self.wentOn = wentOn
    }

    /// With `code` among those who know, or without; nobody yet stands alone.
    public func toldTo(_ code: String) -> Distress {
        copy {
            if told.contains(code) {
                $0.told.removeAll { $0 == code }
            } else if code == nobody {
                $0.told = [nobody]
            } else {
                $0.told.removeAll { $0 == nobody }
                $0.told.append(code)
            }
        }
    }
}

/// What it may have been like, in the catalogue's codes.
public let distressKinds = ["memory_overwhelming", "panic", "pain", "dizzy", "numb", "tearful", "other"]

/// Who may have been told.
public let toldCodes = ["massage_therapist", "clinician", "trusted_person", nobody]

private let nobody = "nobody_yet"
