//! A diary of every schema that ever landed still opens and says what it said.

use std::fs;
use std::path::Path;

use super::bench::Bench;

#[test]
fn diaries_of_earlier_versions_say_what_they_said() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let bench = Bench::empty();
    bench.write("pass", "golden diary passphrase");
    for version in ["diary-0001"] {
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
        assert_eq!(said, expected, "{version}");
        let verified = bench.run(&["verify", version, "--passphrase-file", "pass"]);
        assert_eq!(verified.code, 0, "{version}: {}", verified.err);
    }
}
