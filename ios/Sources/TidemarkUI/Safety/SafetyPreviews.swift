//! Help, in each of its states. The numbers are made up.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct SafetyPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", SafetyState())
            screen(
                "Empty",
                SafetyState().copy {
                    $0.read = true
                    $0.locked = false
                })
            Looks { screen($0, filled) }
            screen("Locked", locked)
            screen("Region asked", region)
            screen(
                "Error",
                filled.copy {
                    $0.byHand = "112"
                    $0.problem = .damaged
                })
        }

        static let filled = SafetyState().copy {
            $0.read = true
            $0.locked = false
            $0.own = [OpenContact(service: "Ines", number: "000 111", text: "000 111", hours: "evenings")]
            $0.plan = [
                PlanPart(section: "what_helps", lines: ["Walk round the block"]), PlanPart(section: "people", lines: ["Ines"]),
            ]
            $0.region = "IE"
            $0.regions = ["IE", "DE"]
            $0.services = [
                service("Listening line", "000 222", "000 333", "day and night", LogicalDate("2026-11-01"), "IE"),
                service("Emergency", "112", nil, nil, nil, "IE"),
            ]
        }

        static let locked = SafetyState().copy {
            $0.read = true
            $0.plan = [PlanPart(section: nil, lines: ["Walk round the block"])]
        }

        static let region = filled.copy {
            $0.region = nil
            $0.choosing = true
            $0.services = [
                service("Emergency", "112", nil, nil, LogicalDate("2026-11-01"), "IE"),
                service("Night line", "000 444", "000 555", "at night", nil, "DE"),
            ]
        }

        static func service(
            _ name: String, _ number: String, _ text: String?, _ hours: String?, _ checked: LogicalDate?, _ region: String
        ) -> CrisisEntry {
            CrisisEntry(service: name, number: number, text: text, hours: hours, checkedOn: checked, needsCheck: checked == nil, region: region)
        }

        static func screen(_ name: String, _ state: SafetyState) -> some View {
            Pictured(name, help: false, title: { $0.strings.safetyTitle() }) { SafetyView(state, { _ in }) }
        }
    }
#endif
