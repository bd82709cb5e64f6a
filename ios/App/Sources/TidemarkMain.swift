//! The one window. Everything it shows and decides is elsewhere.

import SwiftUI
import TidemarkLogic
import TidemarkUI
import UIKit

@main
struct TidemarkMain: App {
    @UIApplicationDelegateAdaptor(Application.self) private var application
    @Environment(\.scenePhase) private var phase

    var body: some Scene {
        WindowGroup {
            Entrance(application: application)
        }
        .onChange(of: phase) { _, now in
            switch now {
            case .background: application.left()
            // Before it is active the cover still stands: what is locked is not seen for a moment.
            case .inactive, .active: application.back()
            @unknown default: break
            }
        }
    }
}

/// The door, and where a notification leads behind it.
struct Entrance: View {
    let application: Application
    @State private var start: Place = .today
    @State private var asked = 0
    // Read anew when the app comes back: the person may have changed the clock of the phone.
    @Environment(\.scenePhase) private var phase

    var body: some View {
        DoorApp(application.door, application.running, start: start, asked: asked)
            .environment(\.words, application.words(phase))
            .environment(\.pictureDecoder, PictureDecoder { png in UIImage(data: png).map { Image(uiImage: $0) } })
            .onAppear {
                application.lead.watcher = { place in
                    start = place ?? .today
                    if place != nil { asked += 1 }
                }
            }
            .onOpenURL { application.came($0) }
    }
}
