//! The newest version of the intake sheet part by part, each with its tick; what leaves, and the ways out. It gives no answer
//! whether massage suits.

import SwiftUI
import TidemarkLogic

/// The intake sheet over an open diary.
struct IntakeScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, intakeFeature(env)) { state, send in
            Shell(words.strings.intakeTitle(), go) { IntakeView(state, send, go) }
        }
    }
}

/// The intake sheet, or the form over it.
public struct IntakeView: View {
    private let state: IntakeState
    private let send: Send<IntakeEvent>
    private let go: Go
    @Environment(\.words) private var words

    public init(_ state: IntakeState, _ send: @escaping Send<IntakeEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if let read = state.read {
            if let form = state.form { IntakeForm(read, form, working: state.working, send) } else { sheet(read) }
        } else {
            NotRead(state.problem) { send(.shown) }
        }
    }

    @ViewBuilder
    private func sheet(_ read: IntakeRead) -> some View {
        let strings = words.strings
        if let problem = state.problem { ProblemCard(problem) }
        if let saved = state.saved {
            SavedWithUndo(strings.intakeSaved(time: words.time(saved.at)), working: state.working) { send(.undone) }
        }
        if let newest = read.newest {
            newestVersion(read, newest)
        } else {
            Told(strings.intakeEmpty())
            FirstDeed(strings.intakeAdd()) { send(.changed) }
        }
        Aside(strings.intakeNoAnswer())
    }

    @ViewBuilder
    private func newestVersion(_ read: IntakeRead, _ newest: IntakeVersion) -> some View {
        let strings = words.strings
        Heading(strings.intakeVersion(number: newest.number, date: words.date(LogicalDate(newest.reviewedOn))))
        FirstDeed(strings.intakeChange()) { send(.changed) }
        if newest.reviewedOn != read.today { Deed(strings.intakeReviewed(), enabled: !state.working) { send(.reviewed) } }
        Section(strings.intakeParts(), about: strings.intakePartsAbout()) {
            ForEach(read.parts, id: \.field) { part in
                SwitchRow(words.intakePart(part.field), on: part.ticked, about: said(part)) { send(.ticked(field: part.field, $0)) }
            }
        }
        Section(strings.intakePage()) {
            TickRow(strings.intakeReverse(), ticked: state.reverse) { send(.reverseTicked($0)) }
            TickRow(strings.intakeSignatures(), ticked: state.signatures) { send(.signaturesTicked($0)) }
        }
        Section(strings.intakeLeaves(), about: state.leaves.isEmpty ? strings.intakeLeavesNone() : nil) {
            ForEach(state.leaves, id: \.field) { part in
                ReadLine(strings.reportItem(name: strings.intakeLeavesItem(part: words.intakePart(part.field), text: said(part))))
            }
            if read.withPlan { ReadLine(strings.reportItem(name: strings.intakeLeavesPlan())) }
            ReadLine(strings.reportItem(name: strings.intakeLeavesChanges()))
            if state.reverse { ReadLine(strings.reportItem(name: strings.intakeLeavesSessions())) }
            SheetWays(state.out, look: { go.to(.sheetPreview(sheet: state.page)) }) { send(.went($0)) }
        }
        Section(strings.intakeVersions()) {
            ReadLine(row(newest))
            ForEach(read.earlier, id: \.id) { version in
                if version.id == state.openVersion {
                    earlier(version)
                } else {
                    WayOut(row(version)) { send(.versionOpened(id: version.id)) }
                }
            }
        }
    }

    /// What an earlier version said.
    @ViewBuilder
    private func earlier(_ version: IntakeVersion) -> some View {
        let said = version.parts.filter { !$0.text.isEmpty }
        Heading(row(version))
        if said.isEmpty { Aside(words.strings.intakeVersionEmpty()) }
        ForEach(said, id: \.field) { part in
            ReadLine(words.strings.intakeLeavesItem(part: words.intakePart(part.field), text: words.intakeText(part)))
        }
        WayOut(words.strings.intakeVersionClose()) { send(.versionOpened(id: nil)) }
    }

    private func row(_ version: IntakeVersion) -> String {
        words.strings.intakeVersionRow(number: version.number, date: words.date(LogicalDate(version.reviewedOn)))
    }

    private func said(_ part: IntakePart) -> String {
        let said = words.intakeText(part)
        return said.isEmpty ? words.strings.intakeNotWritten() : said
    }
}
