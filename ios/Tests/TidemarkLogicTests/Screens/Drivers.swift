/// The screens that scripts know, by name.
let drivers: [String: Driver] = [
    "today": todayDriver,
]
