//! Puts the app together once a process: the device, and the door with whatever diary is open behind it.

import Foundation
import SwiftUI
import TidemarkBindings
import TidemarkLogic
import TidemarkStrings
import TidemarkUI
import UIKit
import UserNotifications

/// The app, once a process. Turning the phone, or another window, opens nothing twice.
@MainActor
final class Application: NSObject, UIApplicationDelegate {
    let lead = Lead()
    let device: Device
    let door: DoorEnv
    let running: Running<DoorState, DoorEvent>
    private let strings: Strings
    private let cover = Cover()
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var leaving = Leaving()

    override init() {
        start = clock.now
        strings = translated(from: .main)
        let opened = OpenedDiary()
        let device = Device(places: .ofThisApp, words: PhoneWords(strings: strings), openDiary: { opened.diary })
        // Calls of the library, one after another.
        let work = DispatchQueue(label: "diary", qos: .userInitiated)
        let copies = DispatchQueue(label: "copies", qos: .utility)
        door = DoorEnv(
            path: device.diaryPath, vault: device.vault, phone: device.phone, now: Device.now,
            work: { act in work.async(execute: act) },
            home: { act in DispatchQueue.main.async { MainActor.assumeIsolated { act() } } },
            aside: { act in copies.async(execute: act) })
        self.device = device
        let feature = doorFeature(door)
        running = Running(door.store(feature), shown: feature.shown)
        super.init()
        opened.door = running
    }

    func application(_ application: UIApplication, didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?) -> Bool {
        cover.watch()
        device.started()
        UNUserNotificationCenter.current().delegate = self
        let center = NotificationCenter.default
        for changed in [UIApplication.significantTimeChangeNotification, Notification.Name.NSSystemTimeZoneDidChange] {
            _ = center.addObserver(forName: changed, object: nil, queue: nil) { [device] _ in device.planAnew() }
        }
        _ = center.addObserver(forName: UIScene.didDisconnectNotification, object: nil, queue: nil) { [device] _ in
            device.front.questions.gone()
        }
        return true
    }

    /// A keyboard that another maker wrote reads what is typed: none in this app.
    func application(
        _ application: UIApplication, shouldAllowExtensionPointIdentifier extensionPointIdentifier: UIApplication.ExtensionPointIdentifier
    ) -> Bool {
        extensionPointIdentifier != .keyboard
    }

    /// The words, with the clock and the locale of the phone as they are in this phase of the scene.
    func words(_ phase: ScenePhase) -> Words { Words(strings: strings, locale: .current, hours24: Words.hours24(.current)) }

    /// The app left the screen.
    func left() {
        lead.left()
        leaving.left(at: clock.now - start, asking: device.front.questions.asks)
        device.left()
    }

    /// The app is back: away long enough, and with a lock that asks, it stands before its door.
    func back() {
        device.deviceLock.look()
        guard leaving.locks(at: clock.now - start), device.vault.asksPerson() else { return }
        lead.locked()
        running.send(.lockAsked)
    }

    /// A file was opened with the app.
    func came(_ file: URL) {
        DispatchQueue.global().async { [device, lead, running] in
            guard let place = device.came(file) else { return }
            DispatchQueue.main.async {
                MainActor.assumeIsolated {
                    // Where there is no diary yet the door itself restores.
                    if place == .restore, case .noDiary = running.state { running.send(.restoreAsked) } else { lead.to(place) }
                }
            }
        }
    }
}

extension Application: UNUserNotificationCenterDelegate {
    nonisolated func userNotificationCenter(
        _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
        withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void
    ) {
        completionHandler([.banner, .list, .sound])
    }

    nonisolated func userNotificationCenter(
        _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
        withCompletionHandler completionHandler: @escaping () -> Void
    ) {
        let answer = NoticeAnswer(response.actionIdentifier, response.notification.request.content.userInfo)
        DispatchQueue.main.async { MainActor.assumeIsolated { self.answered(answer) } }
        completionHandler()
    }

    private func answered(_ answer: NoticeAnswer) {
        switch answer {
        case .opened(let place): lead.to(place)
        case .later(let key, let sessionId):
            let task = UIApplication.shared.beginBackgroundTask(withName: "later", expirationHandler: nil)
            device.deviceLock.look()
            device.later(key, sessionId: sessionId) {
                DispatchQueue.main.async { UIApplication.shared.endBackgroundTask(task) }
            }
        case .nothing: break
        }
    }
}

/// The diary that is open, for whoever is not on the main actor and must not be: it waits for it.
final class OpenedDiary: Sendable {
    @MainActor weak var door: Running<DoorState, DoorEvent>?

    nonisolated init() {}

    /// None while it is locked, and none while only a snapshot is shown.
    var diary: (any OpenDiaryProtocol)? {
        DispatchQueue.main.sync {
            MainActor.assumeIsolated {
                guard case .open(let open) = door?.state, open.snapshotOf == nil else { return nil }
                return open.diary
            }
        }
    }
}
