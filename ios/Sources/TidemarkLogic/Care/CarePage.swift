//! The page for somebody who looks after the person: for whom, the name, ratings; and what leaves with it.

import TidemarkBindings

/// The page for a caregiver on the screen.
public struct CarePageState: Hashable, Sendable, Copied {
    /// What was read; none until it was.
    public internal(set) var read: CareRead?
    public internal(set) var choices: CareChoices
    /// The page on its way out.
    public internal(set) var out = SheetOut()
    public internal(set) var problem: Problem?

    public init(choices: CareChoices = CareChoices()) { self.choices = choices }

    /// For whom; none for nobody in particular, and for somebody who was taken off the care team.
    public var reader: CareRead.Member? { read?.team.first { $0.id == choices.reader } }

    /// The page as it is chosen.
    public var page: Sheet { .caregiver(readerId: reader?.id, name: choices.printed, ratings: choices.ratings) }

    /// Ratings stand on the page: ticked here, or among what this reader usually gets.
    public var ratings: Bool { choices.ratings || reader?.getsTrends == true }

    /// What leaves, by the codes of the core's own note of it.
    public var leaves: [String] {
        (read.map { !$0.intake.isEmpty } ?? false ? ["intake"] : []) + ["goals", "safety", "care_team", "plan"]
            + (choices.printed == nil ? [] : ["name"]) + (ratings ? ["trends"] : [])
    }
}

/// What the diary says about the page.
public struct CareRead: Hashable, Sendable {
    public let team: [Member]
    /// The parts of the intake sheet that are ticked to leave and stand on this page.
    public let intake: [String]

    /// Somebody of the care team.
    public struct Member: Hashable, Sendable {
        public let id: String
        public let name: String
        public let role: String
        /// Trends are ticked for them.
        public let getsTrends: Bool
    }
}

/// The core takes no longer one, in characters (code points).
private let longestName = 80

/// What the person chose; kept in memory until the diary is locked.
public struct CareChoices: Hashable, Sendable, Copied {
    public internal(set) var reader: String?
    /// Whether the name is printed; off unless ticked.
    public internal(set) var named = false
    public internal(set) var name = ""
    /// Where the measures are lately; off unless ticked.
    public internal(set) var ratings = false

    public init() {}

    public var nameTooLong: Bool { named && (filled(name)?.unicodeScalars.count ?? 0) > longestName }

    /// The name that is printed.
    public var printed: String? { named ? filled(name) : nil }
}

public enum CarePageEvent: Hashable, Sendable {
    case shown
    case readerChosen(id: String?)
    case nameTicked(Bool)
    case nameTyped(String)
    case ratingsTicked(Bool)
    case went(ShareState.Way)
    case read(CareRead)
    case notRead(Problem)
    case sheetCame(SheetOut)
}

public enum CarePageEffect: Hashable, Sendable {
    case read
    case send(reader: String?, name: String?, ratings: Bool, ShareState.Way)

    /// Remembers the choices for the way back.
    case keep(CareChoices)
}

public func reduce(_ state: CarePageState, _ event: CarePageEvent) -> Next<CarePageState, CarePageEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .readerChosen(let id): return state.chosen { $0.reader = id }
    case .nameTicked(let on): return state.chosen { $0.named = on }
    case .nameTyped(let name): return state.chosen { $0.name = name }
    case .ratingsTicked(let on): return state.chosen { $0.ratings = on }
    case .went(let way):
        if state.out.working || state.read == nil || state.choices.nameTooLong || !SheetOut.ways.contains(way) { return Next(state) }
        return Next(
            state.copy { $0.out = .onItsWay },
            .send(reader: state.reader?.id, name: state.choices.printed, ratings: state.choices.ratings, way))
    case .read(let read):
        return Next(
            state.copy {
                $0.read = read
                $0.problem = nil
            })
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .sheetCame(let out): return Next(state.copy { $0.out = out })
    }
}

extension CarePageState {
    /// What was said of a page that was sent is not said of another one.
    fileprivate func chosen(_ change: (inout CareChoices) -> Void) -> Next<CarePageState, CarePageEffect> {
        if out.working { return Next(self) }
        let next = choices.copy(change)
        return Next(
            copy {
                $0.choices = next
                $0.out = SheetOut()
            }, .keep(next))
    }
}

/// The page over a diary; what was chosen before is chosen still.
public func carePageFeature(_ env: Env) -> Feature<CarePageState, CarePageEvent, CarePageEffect> {
    Feature(
        CarePageState(choices: env.drafts.of(.carePage) ?? CareChoices()), shown: .shown, reduce: { reduce($0, $1) }
    ) { effect in
        switch effect {
        case .read: return reply { try env.diary.carePage() }.event(CarePageEvent.read, refused: CarePageEvent.notRead)
        case .send(let reader, let name, let ratings, let way):
            return .sheetCame(env.send(.caregiver(readerId: reader, name: name, ratings: ratings), way))
        case .keep(let choices):
            env.drafts.keep(.carePage, choices)
            return nil
        }
    }
}

/// Parts of the intake sheet that this page holds where they are ticked.
private let ofTheSheet = ["emergency_contact", "overwhelmed_do", "overwhelmed_avoid"]

extension OpenDiaryProtocol {
    fileprivate func carePage() throws -> CareRead {
        let shared = try items(records(kind: .intakeSheet, span: Span()).last?.text("shared"))
        let team = try records(kind: .careTeamMember, span: Span()).map {
            CareRead.Member(
                id: $0.id, name: $0.text("name") ?? "", role: $0.text("role") ?? "",
                getsTrends: try items($0.text("share")).contains("trends"))
        }
        return CareRead(team: team, intake: ofTheSheet.filter(shared.contains))
    }
}
