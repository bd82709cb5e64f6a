import Foundation
import SwiftUI
import Testing
import TidemarkReplay

@testable import TidemarkUI

/// Every preview of every screen; a new one is named here.
@MainActor
let providers: [(String, any PreviewProvider.Type)] = [
    ("Today", TodayPreviews.self),
    ("Day entries", DayEntriesPreviews.self),
    ("Sessions", SessionsPreviews.self),
    ("Before a session", BeforePreviews.self),
    ("Timer", TimerPreviews.self),
    ("After a session", AfterPreviews.self),
    ("Tomorrow", TomorrowPreviews.self),
    ("Session told by hand", DetailPreviews.self),
    ("Settings", SettingsPreviews.self),
    ("Records", RecordsPreviews.self),
    ("Help", SafetyPreviews.self),
    ("More", MorePreviews.self),
    ("Trends", TrendsPreviews.self),
    ("History", HistoryPreviews.self),
    ("Insights", InsightsPreviews.self),
    ("Next visit", VisitPrepPreviews.self),
    ("Report", ReportPreviews.self),
    ("Preview", PagesPreviews.self),
    ("Send the report", SharePreviews.self),
    ("Welcome", WelcomePreviews.self),
    ("Locked", LockPreviews.self),
    ("The first day", OnboardingPreviews.self),
    ("Backup", BackupPreviews.self),
    ("Restore", RestorePreviews.self),
    ("Massage therapists", TherapistsPreviews.self),
    ("Checklist", ChecklistPreviews.self),
    ("Plan", PlanPreviews.self),
    ("Intake sheet", IntakePreviews.self),
    ("Page for a caregiver", CarePagePreviews.self),
    ("Import", ImportsPreviews.self),
    ("Practice", PracticePreviews.self),
    ("Calendar", DayCalendarPreviews.self),
]

@Suite("The previews")
@MainActor
struct PreviewTests {
    private func walk(_ provider: any PreviewProvider.Type, voiceOver: Bool = false, fits: Int = 0) -> [(name: String, node: Node)] {
        func walked<P: PreviewProvider>(_ provider: P.Type) -> Node {
            rendered(P.previews, in: .model(voiceOver: voiceOver, fits: fits) { $0.words = bracketed })
        }
        return walked(provider).previews
    }

    @Test("each shows something under a heading, and names whatever can be tapped")
    func accessible() {
        for (name, provider) in providers {
            // Each layout that may fit: the widest, the next, the last.
            for fits in 0...2 {
                for picture in walk(provider, fits: fits) { expectAccessible(picture.node, "\(name), \(picture.name)") }
            }
        }
    }

    @Test("each has a name of its own, and the largest letters cut nothing")
    func named() {
        for (name, provider) in providers {
            let pictures = walk(provider)
            #expect(!pictures.isEmpty, "\(name)")
            #expect(pictures.map(\.name).allSatisfy { !$0.isEmpty }, "\(name)")
            #expect(Set(pictures.map(\.name)).count == pictures.count, "\(name)")
            for picture in pictures where picture.name.contains("largest") { expectRoom(picture.node, "\(name), \(picture.name)") }
            #expect(pictures.contains { $0.name.contains("largest") }, "\(name)")
        }
    }

    @Test("each takes its words from the catalogue")
    func words() {
        for (name, provider) in providers {
            for picture in walk(provider) { #expect(ownWords(picture.node) == [], "\(name), \(picture.name)") }
        }
    }

    @Test("each has Help at top right, but Help itself")
    func help() {
        for (name, provider) in providers where name != "Help" {
            for picture in walk(provider) {
                let bar = picture.node.all.filter { $0.kind == "ToolbarItem" && $0.given("placement") == "topBarTrailing" }
                #expect(bar.flatMap(\.elements).map(\.label) == ["⟦Help⟧"], "\(name), \(picture.name)")
            }
        }
    }

    @Test("all that there are are looked at")
    func all() throws {
        let folder = top.appending(path: "ios/Sources/TidemarkUI")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        let made = try names.flatMap { name in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8).matches(of: /struct (\w+)Previews: PreviewProvider/).map {
                String($0.1)
            }
        }
        #expect(Set(made) == Set(providers.map { String(describing: $0.1).replacing("Previews", with: "") }))
        #expect(made.count == providers.count)
    }
}
