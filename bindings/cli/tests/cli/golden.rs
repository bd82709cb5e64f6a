//! A diary of every schema that ever landed still opens and says what it said.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::bench::Bench;

#[test]
fn diaries_of_earlier_versions_say_what_they_said() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let bench = Bench::empty();
    bench.write("pass", "golden diary passphrase");
    let mut versions: Vec<String> = fs::read_dir(&golden)
        .unwrap()
        .map(|folder| folder.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("diary-"))
        .collect();
    versions.sort();
    assert_eq!(versions.first().map(String::as_str), Some("diary-0001"));
    for version in versions.iter().map(String::as_str) {
        // A copy: opening an old diary may bring it to the newest schema.
        fs::create_dir(bench.path(version)).unwrap();
        for file in ["diary.db", "recovery.age"] {
            fs::copy(golden.join(version).join(file), bench.path(version).join(file)).unwrap();
        }
        let log = bench.run(&["log", version, "--passphrase-file", "pass", "--json"]);
        assert_eq!(log.code, 0, "{version}: {}", log.err);
        let said: serde_json::Value = serde_json::from_str(&log.out).unwrap();
        let expected = fs::read_to_string(golden.join(version).join("expected.json")).unwrap();
        let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
        still_says(&expected, &said, version);
        let verified = bench.run(&["verify", version, "--passphrase-file", "pass"]);
        assert_eq!(verified.code, 0, "{version}: {}", verified.err);
    }
}

/// Everything that was said is said again; a later version may say more.
pub(crate) fn still_says(expected: &Value, said: &Value, at: &str) {
    match (expected, said) {
        (Value::Object(expected), Value::Object(said)) => {
            for (name, value) in expected {
                let now = said.get(name).unwrap_or_else(|| panic!("{at} says nothing of {name}"));
                still_says(value, now, &format!("{at}.{name}"));
            }
        }
        (Value::Array(expected), Value::Array(said)) => {
            assert_eq!(expected.len(), said.len(), "{at}");
            for (index, (value, now)) in expected.iter().zip(said).enumerate() {
                still_says(value, now, &format!("{at}[{index}]"));
            }
        }
        _ => assert_eq!(expected, said, "{at}"),
    }
}
