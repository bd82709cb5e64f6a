#!/usr/bin/env python3
"""Plants faults in a copy of the phones' folders, one at a time, and says which were noticed: tests/phones/faults.py

A check that stays green over its fault proves nothing. Each fault names the check that has to refuse it and the words it has to refuse
it with; a text that is not there to be changed is an error here, so that a fault cannot rot away. What has no fault yet is `ios/App`.
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
]
CHECKS = {"privacy": "tests/phones/privacy.py", "linking": "tests/android/check"}


def copy(to: pathlib.Path) -> None:
    skipped = shutil.ignore_patterns("target", "build", "goldens", ".gradle", ".build", "Generated")
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


def main() -> int:
    if not os.environ.get("TIDEMARK_STRINGS"):
        subprocess.run(["cargo", "build", "--locked", "--quiet", "-p", "tidemark-findings", "--example", "strings"], cwd=ROOT, check=True)
    missed = 0
    for number, (check, words, file, there, instead) in enumerate(FAULTS, 1):
        with tempfile.TemporaryDirectory() as place:
            to = pathlib.Path(place)
            copy(to)
            answer = refused(check, words, to) if plant(to, file, there, instead) else "the fault could not be planted"
        if answer:
            missed += 1
            print(f"fault {number}, {check}: {file}: {instead!r}: {answer}")
    with tempfile.TemporaryDirectory() as place:
        copy(pathlib.Path(place))
        for check in CHECKS:
            if refused(check, "", pathlib.Path(place)) != "stayed green":
                missed += 1
                print(f"{check} refuses a copy without a fault")
    print(f"faults of the phones: {len(FAULTS) - missed} passed, {missed} failed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
