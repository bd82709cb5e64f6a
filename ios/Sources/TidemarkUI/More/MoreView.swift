//! The places that have no tab: a plain list, and a line about each.

import SwiftUI
import TidemarkLogic
import TidemarkStrings

/// More over an open diary.
struct MoreScreen: View {
    private let go: Go
    @Environment(\.words) private var words

    init(_ go: Go) { self.go = go }

    var body: some View { Shell(words.strings.appMore(), go) { MoreView(go) } }
}

/// The places that have no tab: a plain list, and a line about each.
public struct MoreView: View {
    private let go: Go
    @Environment(\.words) private var words

    public init(_ go: Go) { self.go = go }

    public var body: some View {
        let strings = words.strings
        Ways(strings.moreLookBack(), strings.lookingBack, go)
        Ways(strings.moreCare(), strings.care, go)
        Ways(strings.moreKeeping(), strings.keeping, go)
    }
}

/// A place with its name and what is found there.
private struct Way: Hashable {
    let place: Place
    let name: String
    let about: String

    init(_ place: Place, _ name: String, _ about: String) {
        self.place = place
        self.name = name
        self.about = about
    }
}

extension Strings {
    fileprivate var lookingBack: [Way] {
        [Way(.history, moreHistory(), moreHistoryAbout()), Way(.insights, moreInsights(), moreInsightsAbout())]
    }

    fileprivate var care: [Way] {
        [
            Way(.visitPrep, moreVisitPrep(), moreVisitPrepAbout()),
            Way(.records(kind: "visit"), moreVisits(), moreVisitsAbout()),
            Way(.records(kind: "medication"), moreMedicines(), moreMedicinesAbout()),
            Way(.records(kind: "medication_change"), moreMedicineChanges(), moreMedicineChangesAbout()),
            Way(.records(kind: "goal"), moreGoals(), moreGoalsAbout()),
            Way(.records(kind: "event"), moreEvents(), moreEventsAbout()),
            Way(.records(kind: "instrument_result"), moreQuestionnaires(), moreQuestionnairesAbout()),
            Way(.records(kind: "care_team_member"), moreCareTeam(), moreCareTeamAbout()),
            Way(.practice, morePractices(), morePracticesAbout()),
            Way(.carePage, moreCarePage(), moreCarePageAbout()),
            Way(.therapists, moreTherapists(), moreTherapistsAbout()),
            Way(.plan, morePlan(), morePlanAbout()),
            Way(.intake, moreIntake(), moreIntakeAbout()),
        ]
    }

    fileprivate var keeping: [Way] {
        [
            Way(.backup, moreBackup(), moreBackupAbout()),
            Way(.restore, moreRestore(), moreRestoreAbout()),
            Way(.imports, moreImports(), moreImportsAbout()),
            Way(.settings, moreSettings(), moreSettingsAbout()),
        ]
    }
}

private struct Ways: View {
    private let title: String
    private let ways: [Way]
    private let go: Go
    @Environment(\.inks) private var inks

    init(_ title: String, _ ways: [Way], _ go: Go) {
        self.title = title
        self.ways = ways
        self.go = go
    }

    var body: some View {
        Section(title) {
            ForEach(ways, id: \.self) { way in
                Tap({ go.to(way.place) }) {
                    VStack(alignment: .leading, spacing: 2) {
                        Text(way.name).font(.body).foregroundStyle(inks.onSurface.colour)
                        Aside(way.about)
                    }
                    .frame(maxWidth: .infinity, minHeight: 56, alignment: .leading)
                }
                Divider()
            }
        }
    }
}
