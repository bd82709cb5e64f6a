//! A day chosen from a calendar. The model shows one day, `YYYY-MM-DD` by the calendar and the zone that stand around it, and takes
//! the day that is written into it as the one that was tapped.

// iOS 13.0
public struct DatePickerComponents: OptionSet, Sendable {
    public let rawValue: UInt

    public init(rawValue: UInt) { self.rawValue = rawValue }

    public static let hourAndMinute = DatePickerComponents(rawValue: 1)
    public static let date = DatePickerComponents(rawValue: 2)
}

// iOS 13.0
public struct DatePicker<Label: View>: View, Primitive {
    public typealias Components = DatePickerComponents

    private let label: Label
    private let selection: Binding<Date>

    func nodes(_ rendering: Rendering) -> [Node] {
        let node = Node("DatePicker")
        node.label = rendering.nodes(of: label).flatMap(\.words).joined(separator: ", ")
        let selection = selection
        var calendar = rendering.environment.calendar
        calendar.timeZone = rendering.environment.timeZone
        let shown = calendar.dateComponents([.year, .month, .day], from: selection.wrappedValue)
        node.value = [(shown.year, 4), (shown.month, 2), (shown.day, 2)].map { number, width in
            let digits = "\(number ?? 0)"
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }.joined(separator: "-")
        node.write = { [calendar] day in
            let tapped = day.split(separator: "-").compactMap { Int($0) }
            guard tapped.count == 3 else { return }
            // The time of the day stays what it was, as on the phone.
            var parts = calendar.dateComponents([.hour, .minute, .second], from: selection.wrappedValue)
            (parts.year, parts.month, parts.day) = (tapped[0], tapped[1], tapped[2])
            if let date = calendar.date(from: parts) { selection.wrappedValue = date }
        }
        return [node]
    }
}

extension DatePicker where Label == Text {
    // iOS 13.0
    public init<S: StringProtocol>(_ title: S, selection: Binding<Date>, displayedComponents: Components = [.hourAndMinute, .date]) {
        label = Text(title)
        self.selection = selection
    }
}

// iOS 13.0
@MainActor @preconcurrency
public protocol DatePickerStyle {}

// iOS 14.0
public struct GraphicalDatePickerStyle: DatePickerStyle {
    public nonisolated init() {}
}

extension DatePickerStyle where Self == GraphicalDatePickerStyle {
    // iOS 14.0
    public static var graphical: GraphicalDatePickerStyle { GraphicalDatePickerStyle() }
}

extension View {
    // iOS 13.0
    public func datePickerStyle<S: DatePickerStyle>(_ style: S) -> some View { marked("datePickerStyle", "\(S.self)") }

    // iOS 13.0
    public func labelsHidden() -> some View { marked("labelsHidden") }
}
