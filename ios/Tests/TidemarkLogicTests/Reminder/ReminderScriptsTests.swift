import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// Replays `tests/reminders`; the Android app replays the same files. What they say: the README there.
@Suite("The reminder scripts")
struct ReminderScriptsTests {
    @Test("the phone rings when the scripts say", arguments: try jsonFiles("tests/reminders").map(\.lastPathComponent))
    func replayed(name: String) throws {
        let file = top.appending(path: "tests/reminders").appending(path: name)
        let script = try JSONDecoder().decode(JSON.self, from: Data(contentsOf: file))
        var zone = try #require(TimeZone(identifier: try script.text("zone")))
        var book = Book(
            reminders: try script["reminders"].items.map(reminder), sessions: try script["sessions"].items.map(session))
        for (at, step) in script["steps"].items.enumerated() {
            let now = try ms(step.text("at"))
            if step.has("zone") { zone = try #require(TimeZone(identifier: try step.text("zone"))) }
            for (kind, until) in step["done"].fields {
                let kind: ReminderKind = try #require(coded(kind))
                let untilMs = try ms(try #require(until.string))
                book = book.copy { $0.doneUntilMs[kind] = untilMs }
            }
            switch try step.text("do") {
            case "arm": book = book.armed(nowMs: now, zone: zone)
            case "snooze": book = book.snoozed(try step.text("key"), nowMs: now, zone: zone)
            case "ring":
                let rang = book.ring(nowMs: now, zone: zone)
                book = rang.book
                #expect(rang.rings.map(\.reminder.key) == step["rings"].items.compactMap(\.string), "rings of step \(at + 1)")
            case let act: throw NotInScripts(what: "a reminder that is to \(act)")
            }
            #expect(step.has("alarm"), "step \(at + 1) says where the alarm stands")
            let alarm = try step["alarm"].string.map(ms)
            #expect(book.alarmMs == alarm, "alarm after step \(at + 1)")
        }
    }

    @Test("there are scripts")
    func there() throws { #expect(try jsonFiles("tests/reminders").count >= 8) }

    private func reminder(_ json: JSON) throws -> Reminder {
        let rings: Rings
        if json.has("clock") {
            let days = try json["days"].items.map { try #require($0.number.flatMap { Weekday(rawValue: Int($0)) }) }
            rings = .atClock(minute: try minute(json["clock"]), days: Set(days))
        } else {
            rings = .afterSession(minutes: Int(try #require(json["after_session_min"].number)))
        }
        let quiet = try json["quiet"].items.map(minute)
        return Reminder(
            key: try json.text("key"), kind: try #require(coded(try json.text("kind"))), rings: rings,
            quiet: quiet.count == 2 ? QuietHours(fromMin: quiet[0], toMin: quiet[1]) : nil,
            snoozeMin: json["snooze_min"].number.map { Int($0) } ?? Reminder.usualSnoozeMin)
    }

    private func session(_ json: JSON) throws -> EndedSession {
        let rated: [ReminderKind] = try json["rated"].items.map { try #require(coded($0.string)) }
        return EndedSession(sessionId: try json.text("id"), endedMs: try ms(json.text("ended")), rated: Set(rated))
    }

    private func ms(_ text: String) throws -> Int64 { try momentFromText(text: text).epochMs }

    private func minute(_ json: JSON) throws -> Int { try #require(json.string.flatMap(clockMinute)) }
}
