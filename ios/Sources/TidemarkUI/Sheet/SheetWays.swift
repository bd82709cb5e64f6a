//! The ways out of the phone for a page beside the report, and what came of the last one.

import SwiftUI
import TidemarkLogic

/// A look at a page, the ways out for it, and what came of the last one; said only when it is so.
struct SheetWays: View {
    private let out: SheetOut
    private let ready: Bool
    private let look: @MainActor () -> Void
    private let go: @MainActor (ShareState.Way) -> Void
    @Environment(\.words) private var words

    init(
        _ out: SheetOut, ready: Bool = true, look: @escaping @MainActor () -> Void, _ go: @escaping @MainActor (ShareState.Way) -> Void
    ) {
        self.out = out
        self.ready = ready
        self.look = look
        self.go = go
    }

    var body: some View {
        if out.working {
            Told(words.strings.reportMaking(), result: true)
        } else if let problem = out.problem {
            Notice(words.told(problem), wrong: true)
        } else if let sent = out.sent {
            Notice(words.told(sent.way, bytes: sent.bytes, noted: sent.noted))
        }
        Deed(words.strings.reportLook(), enabled: ready, look)
        ForEach(SheetOut.ways, id: \.self) { way in
            if way == .share {
                FirstDeed(words.strings.way(way), enabled: ready && !out.working) { go(way) }
            } else {
                Deed(words.strings.way(way), enabled: ready && !out.working) { go(way) }
            }
        }
    }
}

/// What is on disk now, and the way back.
struct SavedWithUndo: View {
    private let text: String
    private let working: Bool
    private let undo: @MainActor () -> Void
    @Environment(\.words) private var words

    init(_ text: String, working: Bool, undo: @escaping @MainActor () -> Void) {
        self.text = text
        self.working = working
        self.undo = undo
    }

    var body: some View {
        Flow {
            Told(text, result: true)
            WayOut(words.strings.appUndo(), enabled: !working, undo)
        }
    }
}

/// "Save" and "Cancel" of a form.
struct SaveOrCancel: View {
    private let save: String
    private let working: Bool
    private let submit: @MainActor () -> Void
    private let close: @MainActor () -> Void
    @Environment(\.words) private var words

    init(_ save: String, working: Bool, submit: @escaping @MainActor () -> Void, close: @escaping @MainActor () -> Void) {
        self.save = save
        self.working = working
        self.submit = submit
        self.close = close
    }

    var body: some View {
        FirstDeed(save, enabled: !working, submit)
        Deed(words.strings.appCancel(), enabled: !working, close)
    }
}

extension Words {
    /// The rule a field breaks, in words.
    func rule(_ broken: Broken) -> String { strings.broken(broken) }
}
