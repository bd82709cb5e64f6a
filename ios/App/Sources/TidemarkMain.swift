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
            case .active: application.back()
            default: break
            }
        }
    }
}

/// The door, and where a notification leads behind it.
struct Entrance: View {
    let application: Application
    @State private var start: Place = .today
    @State private var asked = 0

    var body: some View {
        DoorApp(application.door, application.running, start: start, asked: asked)
            .environment(\.words, application.words)
            .environment(\.pictureDecoder, PictureDecoder { png in UIImage(data: png).map { Image(uiImage: $0) } })
            .onAppear {
                application.lead.watcher = { place in
                    start = place
                    asked += 1
                }
            }
            .onOpenURL { application.came($0) }
    }
}
