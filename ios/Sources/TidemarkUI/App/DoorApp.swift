//! The whole app: the door, and behind it the open diary.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The whole app. The scene keeps `running`, so that nothing is opened twice, and sends it `lockAsked` when the app was away long
/// enough. `start` is where a reminder leads, anew each time `asked` goes up.
public struct DoorApp: View {
    private let door: DoorEnv
    private let running: Running<DoorState, DoorEvent>
    private let start: Place
    private let asked: Int

    public init(_ door: DoorEnv, _ running: Running<DoorState, DoorEvent>, start: Place = .today, asked: Int = 0) {
        self.door = door
        self.running = running
        self.start = start
        self.asked = asked
    }

    public var body: some View {
        DoorScreen(running.state, { running.send($0) }, door, start: start, asked: asked)
            .onAppear { if running.state == .starting { running.show() } }
    }
}

/// What stands for a state of the door.
struct DoorScreen: View {
    private let state: DoorState
    private let send: Send<DoorEvent>
    private let door: DoorEnv
    private let start: Place
    private let asked: Int
    @Environment(\.words) private var words

    init(_ state: DoorState, _ send: @escaping Send<DoorEvent>, _ door: DoorEnv, start: Place = .today, asked: Int = 0) {
        self.state = state
        self.send = send
        self.door = door
        self.start = start
        self.asked = asked
    }

    var body: some View {
        let strings = words.strings
        switch state {
        case .starting: atDoor(strings.appName()) { Told(strings.lockStarting()) }
        case .mismatched: atDoor(strings.appName()) { Told(strings.lockMismatch()) }
        case .noDiary(let page): atDoor(strings.onboardingTitle()) { WelcomeView(page, send) }
        case .locked(let locked): atDoor(strings.lockTitle()) { LockView(locked, send) }
        case .help: NavigationStack { HelpAtDoor(door: door, send: send) }
        case .restoring(let here): NavigationStack { RestoreAtDoor(here: here, door: door, send: send, toHelp: toHelp) }
        case .open(let open):
            // Another diary is another app.
            Opened(open, door.opened(open.diary, send: send), send, toHelp: toHelp, start: start, asked: asked)
                .id(ObjectIdentifier(open.diary))
        }
    }

    private func atDoor<Content: View>(_ title: String, @ViewBuilder content: () -> Content) -> some View {
        let content = content()
        return NavigationStack { Shell(title, toHelp) { content } }
    }

    private var toHelp: Go { Go(to: { if $0 == .safety { send(.helpAsked) } }) }
}

/// The open diary: the questions of the first day, the app, or a snapshot to read.
private struct Opened: View {
    private let open: DoorState.Open
    private let send: Send<DoorEvent>
    private let toHelp: Go
    private let start: Place
    private let asked: Int
    // Made once for a diary: it holds what was typed and not saved.
    @State private var env: Env
    @State private var copied = false

    init(_ open: DoorState.Open, _ env: Env, _ send: @escaping Send<DoorEvent>, toHelp: Go, start: Place, asked: Int) {
        self.open = open
        self.send = send
        self.toHelp = toHelp
        self.start = start
        self.asked = asked
        _env = State(initialValue: env)
    }

    var body: some View {
        if open.setUp {
            NavigationStack { OnboardingScreen(env, toHelp) { send(.setUpLeft(to: $0)) } }
        } else {
            VStack(spacing: 0) {
                if let day = open.snapshotOf { SnapshotBar(day) { send(.shown) } }
                TidemarkApp(env: env, start: asked == 0 ? open.start ?? start : start, asked: asked).onAppear { copyOnce() }
            }
        }
    }

    /// The copy by itself, once each time a diary was opened: behind what the screen asks of the diary as it comes up, and beside
    /// what comes then.
    private func copyOnce() {
        guard open.snapshotOf == nil, !copied else { return }
        copied = true
        env.home { [env] in env.work { env.aside { _ = copyIfDue(env) } } }
    }
}

/// Stands above every screen of a snapshot: nobody is to think that this is the diary itself.
struct SnapshotBar: View {
    private let day: LogicalDate
    private let leave: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ day: LogicalDate, leave: @escaping @MainActor () -> Void) {
        self.day = day
        self.leave = leave
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(words.strings.lockSnapshotOf(date: words.date(day))).font(.subheadline).foregroundStyle(inks.onTertiaryContainer.colour)
            WayOut(words.strings.lockLeaveSnapshot(), leave)
        }
        .padding(.horizontal, 16)
        .padding(.vertical, 8)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(inks.tertiaryContainer.colour)
    }
}

private struct HelpAtDoor: View {
    let door: DoorEnv
    let send: Send<DoorEvent>
    @Environment(\.words) private var words

    var body: some View {
        let feature = safetyFeature(diary: nil, doorway: door.doorway(send: send), phone: door.phone, now: door.now)
        Runs(door.store(feature), shown: feature.shown) { state, tell in
            Shell(words.strings.safetyTitle(), Go(to: { _ in }, back: { send(.helpLeft) }), help: false, back: true) {
                SafetyView(state, tell)
            }
        }
    }
}

private struct RestoreAtDoor: View {
    let here: Bool
    let door: DoorEnv
    let send: Send<DoorEvent>
    let toHelp: Go

    var body: some View {
        let work = RestoreWork(diary: nil, doorway: door.doorway(send: send), phone: door.phone, now: door.now)
        let feature = restoreFeature(work, here: here)
        Runs(door.store(feature), shown: feature.shown) { state, tell in
            RestoreShell(
                state, tell, Go(to: toHelp.to, back: { send(.shown) }), now: door.now, reopen: { send(.shown) }, atDoor: true)
        }
    }
}
