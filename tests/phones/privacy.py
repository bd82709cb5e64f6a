#!/usr/bin/env python3
"""Does anything in the phones' folders let words of a diary out? tests/phones/privacy.py [REPOSITORY]

Reads the manifest, the rules of backup and transfer, the build's list of libraries and the sources; runs nothing. It holds what
docs/security.md promises for the phones, and general scanners do not know: which four permissions there are, which two files may go to a
new phone, that a finger goes through a cipher. It refuses to say anything about compiled code or a device.
What stands in the plists of iOS is tests/ios/check's to hold. The faults of both are planted by faults.py.
"""
import pathlib
import plistlib
import re
import sys
import tomllib
import xml.etree.ElementTree as tree

NS = "{http://schemas.android.com/apk/res/android}"
PERMISSIONS = {f"android.permission.{name}" for name in ("POST_NOTIFICATIONS", "RECEIVE_BOOT_COMPLETED", "SCHEDULE_EXACT_ALARM", "USE_BIOMETRIC")}
TO_A_NEW_PHONE = {("file", "my.diary/diary.db"), ("file", "my.diary/recovery.age")}
DOMAINS = {"root", "file", "database", "sharedpref", "external"}
DEVICE_DOMAINS = {f"device_{name}" for name in ("root", "file", "database", "sharedpref")}
LIBRARIES = {
    "androidx.activity:activity-compose", "androidx.compose.foundation:foundation", "androidx.compose.ui:ui",
    "androidx.compose.material3:material3", "net.java.dev.jna:jna",
}

# Names in Kotlin sources that are refused wherever they stand, and why.
KOTLIN_REFUSED = {
    "network": r"\bjava\.net\.(?!URI\b)|\bandroid\.net\.(http|Connectivity|wifi)|\bokhttp|\bktor|\bretrofit|WebView|DownloadManager|HttpURLConnection|\bSocket\(",
    "logging": r"android\.util\.Log\b|\bLog\.[vdiwe]\(|\bprintln?\(|printStackTrace|\bTimber\b|System\.(out|err)\b",
    "shared storage": r"[eE]xternal(Cache|Files|Media)Dirs?\b|Environment\.getExternal|MODE_WORLD_|MediaStore",
    "plain preferences": r"getSharedPreferences|getPreferences\(|PreferenceManager|DataStore",
    "another key store": r"EncryptedSharedPreferences|KeyChain\b",
}
# What has to be in Kotlin sources, and what is gone without it.
KOTLIN_WANTED = {
    "screens covered": r"FLAG_SECURE",
    "recent apps covered": r"setRecentsScreenshotEnabled\(false\)",
    "key asks for the person": r"setUserAuthenticationRequired\(true\)",
    "the device's code opens": r"AUTH_DEVICE_CREDENTIAL",
    "a new finger keeps the key": r"setInvalidatedByBiometricEnrollment\(false\)",
    "key in the chip where there is one": r"setIsStrongBoxBacked\(true\)",
}
SWIFT_REFUSED = {
    "weak key class": r"kSecAttrAccessible(?!WhenUnlockedThisDeviceOnly\b|\b)\w+",
    "key to other devices": r"kSecAttrSynchronizable as String: true|kSecAttrAccessGroup",
    "a new finger locks out": r"\.biometry(CurrentSet|Any)\b",
    "finger without key": r"\.evaluate(Policy|AccessControl)\(",
    "weak file protection": r"noFileProtection|completeFileProtectionUnlessOpen|[uU]ntilFirstUserAuthentication|[cC]ompleteUnlessOpen|FileProtectionType\.none",
    "network": r"URLSession|URLRequest|\bimport (Network|CFNetwork|WebKit|CloudKit|MultipeerConnectivity|SafariServices|StoreKit)\b|NWConnection"
    r"|WKWebView|SFSafariViewController|CF(Socket|Stream|HTTP)|contentsOf: URL\(string|NetService|registerForRemoteNotifications",
    "the cloud": r"NSUbiquitous|forUbiquityContainer|CKContainer",
    "logging": r"(?<![.\w])(print|debugPrint|NSLog|os_log)\(|\bLogger\(|\bOSLog\b",
    "shared storage": r"forSecurityApplicationGroupIdentifier|\.documentDirectory\b|documentsDirectory",
    "plain preferences": r"UserDefaults|@AppStorage|@SceneStorage",
    "told to the system": r"NSUserActivity|CSSearchable|INInteraction|\bimport (AppIntents|Intents|CoreSpotlight|WidgetKit)\b",
}
# What has to be in the app's Swift sources, and what is gone without it.
SWIFT_WANTED = {
    "files shut with the phone": r"setAttributes\(\[\.protectionKey: FileProtectionType\.complete\]",
    "small files shut with the phone": r"\.write\(to: beside, options: \.completeFileProtection\)",
    "kept out of backups": r"isExcludedFromBackup = true",
    "kept out of backups, read back": r"return marks\.leftOut\(folder\) == true",
    "sheltered at each start": r"func started\(\)(?:(?!func ).)*shelter\.sheltered\(places\.records\)",
    "key of this device alone": r"kSecAttrAccessible as String\] = kSecAttrAccessibleWhenUnlockedThisDeviceOnly",
    "key bound to this device": r"SecAccessControlCreateWithFlags\(\s*nil, kSecAttrAccessibleWhenUnlockedThisDeviceOnly",
    "key asks for the person": r"kSecAttrAccessControl as String\] = bound",
    "the device's code opens": r"\.userPresence\b",
    "key never to another device": r"kSecAttrSynchronizable as String: false",
    "records covered": r"addObserver\(forName: UIScene\.willDeactivateNotification",
    "records covered from the start": r"cover\.watch\(\)",
    "locks when away": r"leaving\.locks\(",
    "no keyboard of others": r"extensionPointIdentifier != \.keyboard",
    "private words kept private": r"\$0\.isPrivate \? words\.hidden : words\.plain",
    "words over a locked screen": r"hiddenPreviewsBodyPlaceholder: said\.hidden",
    "Later asks for the person": r"identifier: Self\.later[^)]*\.authenticationRequired",
}


class Findings:
    def __init__(self, root: pathlib.Path) -> None:
        self.root = root
        self.all: list[str] = []

    def say(self, rule: str, path: pathlib.Path, what: str) -> None:
        self.all.append(f"{rule}: {path.relative_to(self.root)}: {what}")


def domains(section: tree.Element | None) -> set[str]:
    """Domains that a section leaves out wholly."""
    return set() if section is None else {part.get("domain", "") for part in section.findall("exclude") if part.get("path") in (None, ".")}


def resource(manifest: pathlib.Path, name: str | None) -> pathlib.Path | None:
    path = None if name is None else manifest.parent / "res" / (name.removeprefix("@") + ".xml")
    return path if path is not None and path.is_file() else None


def manifest(path: pathlib.Path, found: Findings) -> None:
    top = tree.parse(path).getroot()
    for part in top.iter():
        if part.tag.startswith("uses-permission") and part.get(NS + "name") not in PERMISSIONS:
            found.say("permission", path, f"{part.get(NS + 'name')} is not one of the four")
    app = top.find("application")
    if app is None:
        return
    if app.get(NS + "allowBackup") != "false":
        found.say("backup", path, "allowBackup is not false")
    for name, only in (("debuggable", None), ("testOnly", None), ("usesCleartextTraffic", "false"), ("networkSecurityConfig", None)):
        if app.get(NS + name) not in (only, "false" if name != "networkSecurityConfig" else None):
            found.say("application", path, f"{name} is {app.get(NS + name)}")
    transfer(path, app, found)
    old = resource(path, app.get(NS + "fullBackupContent"))
    if old is None or DOMAINS - domains(tree.parse(old).getroot()) or tree.parse(old).getroot().findall("include"):
        found.say("backup", old or path, "phones before Android 12 back something up")
    for part in app:
        if part.tag in ("activity", "activity-alias", "service", "receiver", "provider"):
            component(path, part, found)


def transfer(path: pathlib.Path, app: tree.Element, found: Findings) -> None:
    rules = resource(path, app.get(NS + "dataExtractionRules"))
    if rules is None:
        found.say("backup", path, "no dataExtractionRules: allowBackup alone does not stop a transfer")
        return
    top = tree.parse(rules).getroot()
    cloud, device = top.find("cloud-backup"), top.find("device-transfer")
    missing = (DOMAINS | DEVICE_DOMAINS) - domains(cloud)
    if missing or (cloud is not None and cloud.findall("include")):
        found.say("cloud", rules, f"not left out: {', '.join(sorted(missing)) or 'what is included'}")
    carried = set() if device is None else {(part.get("domain"), part.get("path")) for part in device.findall("include")}
    if carried != TO_A_NEW_PHONE:
        found.say("transfer", rules, "to a new phone go diary.db and recovery.age, these two and nothing else")


def component(path: pathlib.Path, part: tree.Element, found: Findings) -> None:
    name, exported = part.get(NS + "name"), part.get(NS + "exported")
    launcher = any(kind.get(NS + "name") == "android.intent.category.LAUNCHER" for kind in part.iter("category"))
    if exported is None:
        found.say("component", path, f"{name} does not say whether others reach it")
    if exported == "true" and not launcher:
        found.say("component", path, f"others reach {name}")
    if part.tag == "provider" and part.get(NS + "grantUriPermissions") != "true":
        found.say("component", path, f"{name} grants no single file")


def kotlin(root: pathlib.Path, found: Findings) -> None:
    folders = [root / "android" / name / "src/main" for name in ("logic", "ui", "platform", "app")]
    files = [file for folder in folders for file in sorted(folder.rglob("*.kt"))]
    code = {file: without_comments(file.read_text()) for file in files}
    for file, text in code.items():
        for rule, pattern in KOTLIN_REFUSED.items():
            for hit in re.finditer(pattern, text):
                found.say(rule, file, hit.group(0))
        calls(file, text, found)
    for rule, pattern in KOTLIN_WANTED.items():
        if not any(re.search(pattern, text) for text in code.values()):
            found.say("wanted", root / "android", rule)
    for file in files:
        if re.search(r":\s*ComponentActivity\(\)", code[file]) and "cover(this)" not in code[file]:
            found.say("wanted", file, "the window is not covered")


def calls(file: pathlib.Path, text: str, found: Findings) -> None:
    """Calls that are right only in company."""
    for hit in re.finditer(r"\.authenticate\(\s*([^,)]*)", text):
        if "CryptoObject" not in hit.group(1):
            found.say("finger without cipher", file, hit.group(0))
    if "setPrimaryClip" in text and "EXTRA_IS_SENSITIVE" not in text:
        found.say("clipboard", file, "copies without saying that it is private")
    for hit in re.finditer(r"PendingIntent\.get\w+\(.*", text):
        if "FLAG_IMMUTABLE" not in hit.group(0):
            found.say("intent", file, "others may change what it starts")
    # The same flags say what is kept of the folder that the person gave to us; a file that keeps it sends nothing to others.
    keeps = "takePersistableUriPermission" in text and not re.search(r"\bIntent\(|[fF]lags\b", text)
    if re.search(r"FLAG_GRANT_(WRITE|PERSISTABLE|PREFIX)", text) and not keeps:
        found.say("grant", file, "more than reading one file is granted")


def without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", text, flags=re.DOTALL)


def gradle(root: pathlib.Path, found: Findings) -> None:
    path = root / "android/gradle/libs.versions.toml"
    for name in (library["module"] for library in tomllib.loads(path.read_text())["libraries"].values()):
        if name not in LIBRARIES:
            found.say("library", path, f"{name} is not one of the five")
    for file in sorted((root / "android").glob("*/build.gradle.kts")):
        for hit in re.finditer(r"^\s*(?:api|implementation|runtimeOnly)\((?!project\(|libs\.|variantOf\(libs\.).*", file.read_text(), re.MULTILINE):
            found.say("library", file, hit.group(0).strip())


def ios(root: pathlib.Path, found: Findings) -> None:
    folder = root / "ios"
    # Of the app, not of its tests, of the generated code, or of what a build leaves behind.
    files = [file for part in ("Sources", "App") for file in sorted((folder / part).rglob("*.swift")) if "Generated" not in file.parts]
    code = {file: without_comments(file.read_text()) for file in files}
    for file, text in code.items():
        for rule, pattern in SWIFT_REFUSED.items():
            for hit in re.finditer(pattern, text):
                found.say(rule, file, hit.group(0))
        swift_calls(file, text, found)
    for path in sorted(folder.rglob("Info.plist")):
        told = plistlib.loads(path.read_bytes())
        for name in ("NSAppTransportSecurity", "UIFileSharingEnabled", "LSSupportsOpeningDocumentsInPlace", "UIBackgroundModes"):
            if told.get(name):
                found.say("application", path, name)
    app = [text for file, text in code.items() if file.is_relative_to(folder / "App")]
    for rule, pattern in SWIFT_WANTED.items():
        if not any(re.search(pattern, text, re.DOTALL) for text in app):
            found.say("wanted", folder / "App", rule)


def swift_calls(file: pathlib.Path, text: str, found: Findings) -> None:
    """Calls that are right only in company."""
    if "UIPasteboard" in text:
        for rule, pattern in (("copies to other devices", r"\.localOnly: true"), ("copies for ever", r"\.expirationDate: ")):
            if not re.search(pattern, text):
                found.say("clipboard", file, rule)
        for hit in re.finditer(r"UIPasteboard\.\w+\.(string|strings|items|url|image)\s*=[^\n]*", text):
            found.say("clipboard", file, hit.group(0))
    # What a notification says comes whole from the words that were planned for it.
    for hit in re.finditer(r"content\.(title|subtitle|body)\s*=\s*(.*)", text):
        if (hit.group(1), hit.group(2).strip()) not in (("title", "notice.title"), ("body", "notice.text")):
            found.say("notification", file, hit.group(0))
    for hit in re.finditer(r"create(?:File|Directory)\(\s*(?:at|atPath):.*?\)", text, re.DOTALL):
        if "App" in file.parts and "[.protectionKey: FileProtectionType.complete]" not in hit.group(0):
            found.say("weak file protection", file, hit.group(0).split("\n")[0])
    # Elsewhere than in the folder that has its class: each file says its own.
    for hit in re.finditer(r"\b(?:bytes|data|text)\.write\(to[^\n]*", text):
        if "App" in file.parts and ".completeFileProtection" not in hit.group(0):
            found.say("weak file protection", file, hit.group(0))


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    found = Findings(root)
    manifests = sorted((root / "android").glob("*/src/main/AndroidManifest.xml"))
    if not manifests:
        found.say("manifest", root / "android", "there is none")
    for path in manifests:
        manifest(path, found)
    kotlin(root, found)
    gradle(root, found)
    ios(root, found)
    for line in found.all:
        print(line)
    print(f"privacy of the phones: {len(found.all)} findings")
    return 1 if found.all else 0


if __name__ == "__main__":
    sys.exit(main())
