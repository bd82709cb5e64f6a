#!/usr/bin/env python3
"""Plants faults in a copy of the phones' folders, one at a time, and says which were noticed: tests/phones/faults.py [android|ios]

A check that stays green over its fault proves nothing. Each fault names the check that has to refuse it and the words it has to refuse
it with; a text that is not there to be changed is an error here, so that a fault cannot rot away.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
MANIFEST = "android/app/src/main/AndroidManifest.xml"
RULES = "android/app/src/main/res/xml/data_extraction_rules.xml"
OLD_RULES = "android/app/src/main/res/xml/no_backup.xml"
PLATFORM = "android/platform/src/main/kotlin/org/tidemark/platform"
ACTIVITY = "android/app/src/main/kotlin/org/tidemark/app/MainActivity.kt"
IOS = "ios/App/Sources"
INFO = "ios/App/Info.plist"
PRIVACY = "ios/App/PrivacyInfo.xcprivacy"
PROJECT = "ios/App/project.yml"
PHONE = "core/findings/text/screens/phone.toml"
SWIFT_TODAY = "ios/Sources/TidemarkLogic/Today/TodayFeature.swift"
OPENS = "import TidemarkBindings\n"
TODAY = "android/logic/src/main/kotlin/org/tidemark/logic/today/TodayFeature.kt"
APPLICATION = "    <application\n"
NOTIFICATIONS = '    <uses-permission android:name="android.permission.POST_NOTIFICATIONS" />\n'

# Check, words, file, what stands there, what stands there instead.
FAULTS = [
    ("privacy", "permission", MANIFEST, NOTIFICATIONS, NOTIFICATIONS + NOTIFICATIONS.replace("POST_NOTIFICATIONS", "INTERNET")),
    ("privacy", "permission", MANIFEST, NOTIFICATIONS, NOTIFICATIONS + NOTIFICATIONS.replace("POST_NOTIFICATIONS", "READ_EXTERNAL_STORAGE").replace("uses-permission ", "uses-permission-sdk-23 ")),
    ("privacy", "allowBackup", MANIFEST, 'allowBackup="false"', 'allowBackup="true"'),
    ("privacy", "debuggable", MANIFEST, APPLICATION, APPLICATION + '        android:debuggable="true"\n'),
    ("privacy", "usesCleartextTraffic", MANIFEST, 'usesCleartextTraffic="false"', 'usesCleartextTraffic="true"'),
    ("privacy", "networkSecurityConfig", MANIFEST, APPLICATION, APPLICATION + '        android:networkSecurityConfig="@xml/open"\n'),
    ("privacy", "dataExtractionRules", MANIFEST, '        android:dataExtractionRules="@xml/data_extraction_rules"\n', ""),
    ("privacy", "cloud", RULES, '        <exclude domain="device_sharedpref" />\n    </cloud-backup>', "    </cloud-backup>"),
    ("privacy", "cloud", RULES, '<exclude domain="file" />', '<exclude domain="file" path="my.diary/snapshots" />'),
    ("privacy", "cloud", RULES, "    <cloud-backup>\n", '    <cloud-backup>\n        <include domain="file" path="my.diary" />\n'),
    ("privacy", "transfer", RULES, "my.diary/recovery.age", "my.diary/device.key"),
    ("privacy", "transfer", RULES, "    <device-transfer>\n", '    <device-transfer>\n        <include domain="file" path="." />\n'),
    ("privacy", "before Android 12", OLD_RULES, '    <exclude domain="file" />\n', ""),
    ("privacy", "others reach", MANIFEST, '.reminder.ReminderReceiver"\n            android:exported="false"', '.reminder.ReminderReceiver"\n            android:exported="true"'),
    ("privacy", "does not say", MANIFEST, '.reminder.RearmReceiver"\n            android:exported="false"', '.reminder.RearmReceiver"'),
    ("privacy", "others reach", MANIFEST, '.outbox"\n            android:exported="false"', '.outbox"\n            android:exported="true"'),
    ("privacy", "grants no single file", MANIFEST, '            android:grantUriPermissions="true"', '            android:grantUriPermissions="false"'),
    ("privacy", "network", TODAY, "package org.tidemark.logic.today\n", "package org.tidemark.logic.today\nimport java.net.URL\n"),
    ("privacy", "logging", TODAY, "package org.tidemark.logic.today\n", 'package org.tidemark.logic.today\nval x = println("stress")\n'),
    ("privacy", "logging", f"{PLATFORM}/Front.kt", "        this.activity = activity\n", '        android.util.Log.i("x", "y")\n'),
    ("privacy", "plain preferences", f"{PLATFORM}/Device.kt", "    public val front: Front = Front()\n", '    val kept = context.getSharedPreferences("x", 0)\n'),
    ("privacy", "shared storage", f"{PLATFORM}/share/OutboxProvider.kt", "context.cacheDir", "context.getExternalCacheDir()"),
    ("privacy", "shared storage", f"{PLATFORM}/share/OutboxProvider.kt", "context.cacheDir", "context.externalCacheDir"),
    ("privacy", "screens covered", f"{PLATFORM}/Front.kt", "WindowManager.LayoutParams.FLAG_SECURE", "0"),
    ("privacy", "recent apps covered", f"{PLATFORM}/Front.kt", "setRecentsScreenshotEnabled(false)", "setRecentsScreenshotEnabled(true)"),
    ("privacy", "not covered", ACTIVITY, "        cover(this)\n", ""),
    ("privacy", "asks for the person", f"{PLATFORM}/key/WrappingKeys.kt", "setUserAuthenticationRequired(true)", "setUserAuthenticationRequired(false)"),
    ("privacy", "device's code", f"{PLATFORM}/key/WrappingKeys.kt", " or KeyProperties.AUTH_DEVICE_CREDENTIAL", ""),
    ("privacy", "new finger", f"{PLATFORM}/key/WrappingKeys.kt", "setInvalidatedByBiometricEnrollment(false)", "setInvalidatedByBiometricEnrollment(true)"),
    ("privacy", "finger without cipher", f"{PLATFORM}/key/PersonPrompt.kt", ".authenticate(BiometricPrompt.CryptoObject(cipher), ", ".authenticate("),
    ("privacy", "clipboard", f"{PLATFORM}/AndroidPhone.kt", "ClipDescription.EXTRA_IS_SENSITIVE", '"x"'),
    ("privacy", "intent", f"{PLATFORM}/reminder/Alarm.kt", "PendingIntent.FLAG_IMMUTABLE", "PendingIntent.FLAG_MUTABLE"),
    ("privacy", "grant", f"{PLATFORM}/AndroidPhone.kt", ".addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)", ".addFlags(Intent.FLAG_GRANT_WRITE_URI_PERMISSION)"),
    ("privacy", "grant", f"{PLATFORM}/share/CopyFolder.kt", "        mark.delete()\n", "        mark.delete()\n        Intent(Intent.ACTION_SEND).setFlags(MAY)\n"),
    ("privacy", "library", "android/gradle/libs.versions.toml", "[plugins]", 'x = { module = "io.example:crash", version = "1" }\n\n[plugins]'),
    ("privacy", "library", "android/app/build.gradle.kts", '    implementation(project(":ui"))', '    implementation("io.example:analytics:1")'),
    ("privacy", "there is none", MANIFEST, None, None),
    ("linking", "drawable/ic_tide", "android/app/src/main/res/drawable/ic_tide.xml", None, None),
    ("linking", "not found", MANIFEST, "@style/Tidemark", "@style/Tidemarks"),
    ("linking", "string/app_name", "core/findings/text/screens/app.toml", '["app.name"]', '["app.named"]'),
    ("linking", "not found", MANIFEST, "android:supportsRtl", "android:supportsRightToLeft"),
    ("linking", "asks for", MANIFEST, NOTIFICATIONS, NOTIFICATIONS + NOTIFICATIONS.replace("POST_NOTIFICATIONS", "INTERNET")),
    ("linking", "allows a backup", MANIFEST, 'allowBackup="false"', 'allowBackup="true"'),
    ("linking", "others reach", MANIFEST, '.outbox"\n            android:exported="false"', '.outbox"\n            android:exported="true"'),
    ("linking", "no class of ours", f"{PLATFORM}/reminder/Receivers.kt", "public class RearmReceiver", "public class RearmedReceiver"),
    ("linking", "no class of ours", f"{PLATFORM}/reminder/Receivers.kt", "package org.tidemark.platform.reminder\n", "package org.tidemark.platform.ring\n"),
    ("linking", "another folder", f"{PLATFORM}/Device.kt", '"my.diary"', '"diary"'),
    ("privacy", "weak key class", f"{IOS}/Key/Keychain.swift", "as String] = kSecAttrAccessibleWhenUnlockedThisDeviceOnly", "as String] = kSecAttrAccessibleWhenUnlocked"),
    ("privacy", "key of this device alone", f"{IOS}/Key/Keychain.swift", "as String] = kSecAttrAccessibleWhenUnlockedThisDeviceOnly", "as String] = kSecAttrAccessibleAlways"),
    ("privacy", "weak key class", f"{IOS}/Key/Keychain.swift", "nil, kSecAttrAccessibleWhenUnlockedThisDeviceOnly", "nil, kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly"),
    ("privacy", "key to other devices", f"{IOS}/Key/Keychain.swift", "kSecAttrSynchronizable as String: false", "kSecAttrSynchronizable as String: true"),
    ("privacy", "never to another device", f"{IOS}/Key/Keychain.swift", "            kSecAttrSynchronizable as String: false,\n", ""),
    ("privacy", "key asks for the person", f"{IOS}/Key/Keychain.swift", "            item[kSecAttrAccessControl as String] = bound\n", ""),
    ("privacy", "new finger", f"{IOS}/Key/Keychain.swift", ".userPresence", ".biometryCurrentSet"),
    ("privacy", "device's code", f"{IOS}/Key/Keychain.swift", ".userPresence", ".biometryAny"),
    ("privacy", "finger without key", f"{IOS}/Key/Keychain.swift", "LAContext().canEvaluatePolicy(", "LAContext().evaluatePolicy("),
    ("privacy", "weak file protection", f"{IOS}/File/Shelter.swift", "now != .complete", "now != .completeUnlessOpen"),
    ("privacy", "weak file protection", f"{IOS}/File/Shelter.swift", "attributes: [.protectionKey: FileProtectionType.complete]", "attributes: nil"),
    ("privacy", "files shut", f"{IOS}/File/Shelter.swift", "setAttributes([.protectionKey: FileProtectionType.complete]", "setAttributes([:]"),
    ("privacy", "small files shut", f"{IOS}/File/WholeFile.swift", "options: .completeFileProtection", "options: []"),
    ("privacy", "weak file protection", f"{IOS}/Share/Inbox.swift", "contents: nil, attributes: [.protectionKey: FileProtectionType.complete]", "contents: nil, attributes: nil"),
    ("privacy", "kept out of backups", f"{IOS}/File/Shelter.swift", "isExcludedFromBackup = true", "isExcludedFromBackup = false"),
    ("privacy", "read back", f"{IOS}/File/Shelter.swift", "return marks.leftOut(folder) == true", "return true"),
    ("privacy", "sheltered at each start", f"{IOS}/Device.swift", "        _ = shelter.sheltered(places.records)\n        outbox.empty()", "        outbox.empty()"),
    ("privacy", "shared storage", f"{IOS}/File/Places.swift", "        let library =", "        let shown = FileManager.default.urls(for: .documentDirectory, in: .userDomainMask)\n        let library ="),
    ("privacy", "records covered", f"{IOS}/Window/Cover.swift", "willDeactivateNotification", "didDisconnectNotification"),
    ("privacy", "covered from the start", f"{IOS}/Application.swift", "        cover.watch()\n", ""),
    ("privacy", "locks when away", f"{IOS}/Application.swift", "leaving.locks(at: clock.now - start), ", ""),
    ("privacy", "keyboard", f"{IOS}/Application.swift", "extensionPointIdentifier != .keyboard", "true"),
    ("privacy", "copies to other devices", f"{IOS}/Share/Clipboard.swift", ".localOnly: true, ", ""),
    ("privacy", "copies for ever", f"{IOS}/Share/Clipboard.swift", ", .expirationDate: ends(nowMs)", ""),
    ("privacy", "clipboard", f"{IOS}/Share/Clipboard.swift", "        UIPasteboard.general.setItems(", "        UIPasteboard.general.string = text\n        UIPasteboard.general.setItems("),
    ("privacy", "notification", f"{IOS}/Reminder/SystemNotices.swift", "content.body = notice.text", "content.body = notice.text + notice.place"),
    ("privacy", "notification", f"{IOS}/Reminder/SystemNotices.swift", "            content.sound = .default\n", "            content.subtitle = notice.key\n"),
    ("privacy", "private words", f"{IOS}/Reminder/Reminders.swift", "$0.isPrivate ? words.hidden : words.plain", "$0.isPrivate ? words.plain : words.plain"),
    ("privacy", "over a locked screen", f"{IOS}/Reminder/SystemNotices.swift", "hiddenPreviewsBodyPlaceholder: said.hidden", 'hiddenPreviewsBodyPlaceholder: ""'),
    ("privacy", "Later asks", f"{IOS}/Reminder/SystemNotices.swift", "options: [.authenticationRequired]", "options: []"),
    ("privacy", "network", SWIFT_TODAY, OPENS, OPENS + "import Network\n"),
    ("privacy", "network", f"{IOS}/Share/Inbox.swift", "import Foundation\n", "import Foundation\nlet session = URLSession.shared\n"),
    ("privacy", "the cloud", f"{IOS}/Share/Inbox.swift", "import Foundation\n", "import Foundation\nlet store = NSUbiquitousKeyValueStore.default\n"),
    ("privacy", "logging", SWIFT_TODAY, OPENS, OPENS + 'func said() { print("stress") }\n'),
    ("privacy", "plain preferences", f"{IOS}/Device.swift", "import Foundation\n", 'import Foundation\nlet kept = UserDefaults.standard\n'),
    ("privacy", "told to the system", f"{IOS}/Application.swift", "import UIKit\n", "import CoreSpotlight\nimport UIKit\n"),
    ("privacy", "application", INFO, "\t<key>LSRequiresIPhoneOS</key>", "\t<key>UIBackgroundModes</key>\n\t<array><string>fetch</string></array>\n\t<key>LSRequiresIPhoneOS</key>"),
    ("ios", "is not one of the keys", INFO, "\t<key>LSRequiresIPhoneOS</key>", "\t<key>NSAppTransportSecurity</key>\n\t<dict/>\n\t<key>LSRequiresIPhoneOS</key>"),
    ("ios", "is not one of the keys", INFO, "\t<key>LSRequiresIPhoneOS</key>", "\t<key>NSContactsUsageDescription</key>\n\t<string>x</string>\n\t<key>LSRequiresIPhoneOS</key>"),
    ("ios", "UIFileSharingEnabled is True", INFO, "<key>UIFileSharingEnabled</key>\n\t<false/>", "<key>UIFileSharingEnabled</key>\n\t<true/>"),
    ("ios", "LSSupportsOpeningDocumentsInPlace is missing", INFO, "\t<key>LSSupportsOpeningDocumentsInPlace</key>\n\t<false/>\n", ""),
    ("ios", "phone.face_id", INFO, "opens your records, when", "opens your diary, when"),
    ("ios", "CFBundleDocumentTypes", INFO, "public.comma-separated-values-text", "public.data"),
    ("ios", "held upright", INFO, "\t\t<string>UIInterfaceOrientationLandscapeRight</string>\n\t</array>\n\t<key>UISupportedInterfaceOrientations~ipad", "\t</array>\n\t<key>UISupportedInterfaceOrientations~ipad"),
    ("ios", "leads nowhere", f"{IOS}/Share/Arrived.swift", 'case "backup":', 'case "tidemark":'),
    ("ios", "default-data-protection is", "ios/App/Tidemark.entitlements", "NSFileProtectionComplete", "NSFileProtectionCompleteUnlessOpen"),
    ("ios", "is not one of the keys", "ios/App/Tidemark.entitlements", "<dict>", "<dict>\n\t<key>aps-environment</key>\n\t<string>production</string>"),
    ("ios", "NSPrivacyTracking is True", PRIVACY, "<key>NSPrivacyTracking</key>\n\t<false/>", "<key>NSPrivacyTracking</key>\n\t<true/>"),
    ("ios", "NSPrivacyCollectedDataTypes is", PRIVACY, "<key>NSPrivacyCollectedDataTypes</key>\n\t<array/>", "<key>NSPrivacyCollectedDataTypes</key>\n\t<array><dict/></array>"),
    ("ios", "are no reasons", PRIVACY, "C617.1", "CA92.1"),
    ("ios", "declared and used nowhere", PRIVACY, "NSPrivacyAccessedAPICategoryDiskSpace</string>\n\t\t\t<key>NSPrivacyAccessedAPITypeReasons</key>\n\t\t\t<array>\n\t\t\t\t<string>E174.1", "NSPrivacyAccessedAPICategoryUserDefaults</string>\n\t\t\t<key>NSPrivacyAccessedAPITypeReasons</key>\n\t\t\t<array>\n\t\t\t\t<string>CA92.1"),
    ("ios", "not declared", f"{IOS}/Window/Leaving.swift", "struct Leaving", "let up = ProcessInfo.processInfo.systemUptime\nstruct Leaving"),
    ("ios", "a package that is not ours", PROJECT, "packages:\n", "packages:\n  Analytics:\n    path: ../../other\n"),
    ("ios", "the app and nothing beside it", PROJECT, "targets:\n", "targets:\n  Widget:\n    type: app-extension\n"),
    ("ios", "is not there", PROJECT, "path: PrivacyInfo.xcprivacy", "path: Privacy.xcprivacy"),
    ("ios", "CODE_SIGN_ENTITLEMENTS", PROJECT, "        CODE_SIGN_ENTITLEMENTS: Tidemark.entitlements\n", ""),
    ("ios", "is not what Package.swift says", PROJECT, 'iOS: "17.0"', 'iOS: "16.0"'),
    ("ios", "another name", PROJECT, "PRODUCT_BUNDLE_IDENTIFIER: org.tidemark.app", "PRODUCT_BUNDLE_IDENTIFIER: org.tidemark.other"),
    ("ios", "warnings pass", PROJECT, "SWIFT_TREAT_WARNINGS_AS_ERRORS: YES", "SWIFT_TREAT_WARNINGS_AS_ERRORS: NO"),
    ("ios", "is no product", PROJECT, "product: TidemarkLogic", "product: TidemarkReplay"),
    ("ios", "is not there", "ios/App/Assets.xcassets/AppIcon.appiconset/icon.png", None, None),
    ("ios", "forces a value", SWIFT_TODAY, OPENS, OPENS + "let first = [1].first!\n"),
    ("ios", "forces a value", f"{IOS}/Share/Inbox.swift", "import Foundation\n", 'import Foundation\nlet place = URL(string: "x")!.path\n'),
    ("ios", "forces an error", f"{IOS}/Share/Inbox.swift", "import Foundation\n", 'import Foundation\nlet read = try! Data(contentsOf: place)\n'),
    ("ios", "ends the process", f"{IOS}/Device.swift", "import Foundation\n", 'import Foundation\nfunc end() -> Never { fatalError("x") }\n'),
    ("ios", "talks", f"{IOS}/Device.swift", "import Foundation\n", 'import Foundation\nfunc tell() { print("x") }\n'),
    ("ios", "does not open with what it answers", f"{IOS}/Device.swift", "//! Everything", "// Everything"),
    ("ios", "has a place that is no argument", PHONE, 'text = "Later"', 'text = "Later {"'),
    ("ios", "no String Catalogue", PHONE, '["phone.later"]', '["later"]'),
]
CHECKS = {"privacy": "tests/phones/privacy.py", "linking": "tests/android/check", "ios": "tests/ios/check"}


def copy(to: pathlib.Path) -> None:
    skipped = shutil.ignore_patterns("target", "build", "goldens", ".gradle", ".build", "Generated", "Tests", "test")
    for part in ("android", "ios", "core/findings/text"):
        shutil.copytree(ROOT / part, to / part, ignore=skipped)


def plant(to: pathlib.Path, file: str, there: str | None, instead: str | None) -> bool:
    path = to / file
    if there is None:
        path.unlink()
        return True
    text = path.read_text()
    path.write_text(text.replace(there, instead or ""))
    return there in text


def refused(check: str, words: str, to: pathlib.Path) -> str | None:
    """Nothing when the check refuses the copy with these words; else what it did."""
    # The words of the catalogue are written by the generator itself, which the copy does not have.
    run = subprocess.run([ROOT / CHECKS[check], to], capture_output=True, text=True, env={**os.environ, "TIDEMARK_STRINGS": strings()})
    told = run.stdout + run.stderr
    if run.returncode == 0:
        return "stayed green"
    return None if words in told else f"refused for another reason: {told.strip()[-200:]}"


def strings() -> str:
    given = os.environ.get("TIDEMARK_STRINGS")
    if given:
        return given
    made = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).absolute() / "debug/examples/strings"
    return str(made)


def of(phone: str, fault: tuple) -> bool:
    """Whether a fault is one of this phone's; what both share is Android's too."""
    is_ios = fault[0] == "ios" or fault[2].startswith("ios/")
    return is_ios if phone == "ios" else not is_ios


def main() -> int:
    phones = sys.argv[1:] or ["android", "ios"]
    faults = [fault for fault in FAULTS if any(of(phone, fault) for phone in phones)]
    if not faults:
        print("faults of the phones: android or ios", file=sys.stderr)
        return 2
    if not os.environ.get("TIDEMARK_STRINGS"):
        subprocess.run(["cargo", "build", "--locked", "--quiet", "-p", "tidemark-findings", "--example", "strings"], cwd=ROOT, check=True)
    missed = 0
    for number, (check, words, file, there, instead) in enumerate(faults, 1):
        with tempfile.TemporaryDirectory() as place:
            to = pathlib.Path(place)
            copy(to)
            answer = refused(check, words, to) if plant(to, file, there, instead) else "the fault could not be planted"
        if answer:
            missed += 1
            print(f"fault {number}, {check}: {file}: {instead!r}: {answer}")
    with tempfile.TemporaryDirectory() as place:
        copy(pathlib.Path(place))
        for check in sorted({check for check, *_ in faults}):
            if refused(check, "", pathlib.Path(place)) != "stayed green":
                missed += 1
                print(f"{check} refuses a copy without a fault")
    print(f"faults of {' and '.join(phones)}: {len(faults) - missed} passed, {missed} failed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
