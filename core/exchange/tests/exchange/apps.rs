//! Exports of other apps: counted by a script that shares no code with the readers, refused in sentences written by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use tidemark_exchange::{Answers, App, Becomes, ChoiceKind, Import, ImportContext, ImportError};
use tidemark_model::{Identity, Measure, Milli, Record, Rollover, SeededEntropy, ZoneName, built_in};

use crate::fixtures::inputs;
use crate::sample::at;

fn context() -> ImportContext {
    let recorded = at("2027-03-01T12:00:00+01:00", Some("Europe/Amsterdam"));
    ImportContext { recorded, rollover: Rollover::default(), zone: ZoneName::new("Europe/Amsterdam").ok() }
}

fn answers(lines: &str) -> Answers {
    let mut answers = Answers::default();
    lines.lines().for_each(|line| answers.add(line).unwrap());
    answers
}

fn take(app: App, bytes: &[u8], name: &str, said: &Answers) -> Result<Import, ImportError> {
    app.read(&built_in::measures(), bytes, name, said, &context(), &mut SeededEntropy::new(5))
}

fn add<K: Ord>(counts: &mut BTreeMap<K, u64>, key: K) {
    *counts.entry(key).or_default() += 1;
}

/// What an import holds, in the terms of `tests/inputs/valid/apps/count.py`.
fn counted(import: &Import) -> serde_json::Value {
    let (mut check_ins, mut rated, mut notes, mut characters) = (0, 0, 0, 0);
    let (mut values, mut sums, mut frames) =
        (BTreeMap::new(), BTreeMap::<String, i64>::new(), BTreeMap::new());
    let (mut practices, mut chips, mut choices) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut days = BTreeSet::new();
    for incoming in &import.records {
        match &incoming.record {
            Record::CheckIn(c) => {
                let parts = c.parts();
                check_ins += 1;
                rated += u32::from(parts.rated.is_some());
                days.insert(c.logical_date().to_string());
                if let Some(note) = &parts.note {
                    notes += 1;
                    characters += note.as_str().chars().count();
                }
                parts.practices.iter().for_each(|kind| add(&mut chips, kind.code()));
                for value in &parts.values {
                    let id = value.measure().id.to_string();
                    *sums.entry(id.clone()).or_default() +=
                        value.answer().rating().unwrap().value().thousandths();
                    add(frames.entry(id.clone()).or_default(), value.frame().code());
                    add(&mut values, id);
                }
            }
            Record::Practice(practice) => {
                days.insert(practice.logical_date.to_string());
                add(&mut practices, practice.kind.code());
            }
            other => panic!("no {} expected", other.kind().code()),
        }
    }
    for choice in &import.choices {
        let name = match choice.kind {
            ChoiceKind::EarlierOfTwo => "earlier_of_two",
            ChoiceKind::AfterTheJump => "after_the_jump",
            ChoiceKind::ScaleAsWords => "scale_as_words",
            ChoiceKind::NearestHundredth => "nearest_hundredth",
            ChoiceKind::Thousandths => "thousandths",
            other => panic!("{other} not expected"),
        };
        add(&mut choices, name);
    }
    let scale = |m: &Measure| format!("{} {} {}", m.scale().min(), m.scale().max(), m.scale().step());
    let measures = import.measures.iter().map(|incoming| match &incoming.record {
        Record::Measure(m) => (m.id().to_string(), scale(m)),
        other => panic!("no {} expected", other.kind().code()),
    });
    serde_json::json!({
        "app": import.format,
        "check_ins": check_ins,
        "rated": rated,
        "notes": notes,
        "note_characters": characters,
        "practices": practices,
        "chips": chips,
        "values": values,
        "sums_milli": sums,
        "frames": frames,
        "scales": measures.collect::<BTreeMap<_, _>>(),
        "logical_days": days.len(),
        "first_day": days.first(),
        "last_day": days.last(),
        "empty_rows": import.empty_rows,
        "left_out_rows": import.left_out_rows,
        "rejected_rows": import.rejected_rows,
        "choices": choices,
        "names": import.names.iter().map(|used| (used.name.key(), used.rows)).collect::<BTreeMap<_, _>>(),
    })
}

#[test]
fn every_export_holds_what_an_independent_count_finds() {
    let mut seen = 0;
    for entry in fs::read_dir(inputs("valid/apps")).unwrap() {
        let file = entry.unwrap().path();
        if !file.extension().is_some_and(|ending| ending == "csv" || ending == "zip") {
            continue;
        }
        seen += 1;
        let (bytes, name) = (fs::read(&file).unwrap(), file.file_name().unwrap().to_str().unwrap());
        let app = App::recognise(name, &bytes).unwrap().unwrap();
        let said = answers(&fs::read_to_string(file.with_extension("answers.txt")).unwrap());
        let import = take(app, &bytes, name, &said).unwrap();
        let expected = fs::read_to_string(file.with_extension("expected.json")).unwrap();
        let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
        pretty(name, &counted(&import), &expected);
        let identities: BTreeSet<_> = import.records.iter().map(|incoming| incoming.identity).collect();
        assert_eq!(identities.len(), import.records.len(), "{name}: two records are one");
        // A measure of another app is kept, and not asked from now on.
        for incoming in &import.measures {
            assert!(matches!(&incoming.record, Record::Measure(m) if !m.parts().active), "{name}");
        }
    }
    assert!(seen >= 9, "only {seen} files");
}

fn pretty(name: &str, found: &serde_json::Value, expected: &serde_json::Value) {
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&found[key], value, "{name}: {key}");
    }
    assert_eq!(found, expected, "{name}");
}

fn outcome(file: &Path) -> String {
    let (bytes, name) = (fs::read(file).unwrap(), file.file_name().unwrap().to_str().unwrap());
    let app = match App::recognise(name, &bytes) {
        Ok(Some(app)) => app,
        Ok(None) => return "no app known here".to_owned(),
        Err(error) => return error.to_string(),
    };
    let import = match take(app, &bytes, name, &Answers::default()) {
        Ok(import) => import,
        Err(error) => return error.to_string(),
    };
    if let Some(first) = import.rejected.first() {
        return format!(
            "{} row{}: {first}",
            import.rejected_rows,
            if import.rejected_rows == 1 { "" } else { "s" }
        );
    }
    let practices = import.records.iter().filter(|r| matches!(r.record, Record::Practice(_))).count();
    let choices: Vec<String> = import.choices.iter().map(ToString::to_string).collect();
    let choices = if choices.is_empty() { "no choices".to_owned() } else { choices.join("; ") };
    format!("{} check-ins, {practices} practices; {choices}", import.records.len() - practices)
}

#[test]
fn every_refused_export_gives_the_sentence_beside_it() {
    let (mut seen, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(inputs("invalid/apps")).unwrap() {
        let file = entry.unwrap().path();
        if !file.extension().is_some_and(|ending| ending == "csv" || ending == "zip") {
            continue;
        }
        seen += 1;
        let beside = format!("{}.expected.txt", file.display());
        let (expected, was) = (fs::read_to_string(beside).unwrap(), outcome(&file));
        if was != expected.trim_end() {
            wrong.push(format!("{}\n  expected {}\n  was      {was}", file.display(), expected.trim_end()));
        }
        for cell in
            ["fluffy", "Floss", "Walk", "Steps", "caf", "slept", "Coffee", "MAYBE", "NaN", "Mai", "xxx"]
        {
            assert!(!was.contains(cell), "{}: {cell}", file.display());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= 36, "only {seen} files");
}

const DAYLIO: &str = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n";
const TRACK: &str = "FeatureName,Timestamp,Value,Label,Note\n";

fn read(app: App, text: &str, said: &str) -> Import {
    take(app, text.as_bytes(), "f.csv", &answers(said)).unwrap()
}

fn becomes(import: &Import) -> Vec<String> {
    import.names.iter().map(|used| format!("{}: {}", used.name.as_str(), used.becomes)).collect()
}

#[test]
fn a_renamed_mood_is_asked_and_its_rows_wait() {
    let rows = format!("{DAYLIO}2026-02-28,,,21:00,Rad,,,,\n2026-03-01,,,22:00,Fluffy,,,,\n");
    let asked = read(App::Daylio, &rows, "");
    assert_eq!((asked.records.len(), asked.rejected_rows), (1, 1));
    assert_eq!(
        becomes(&asked),
        ["Fluffy: ?", "Mood: daylio_mood, 1 to 5 in steps of 1", "Rad: daylio_mood 5"]
    );
    assert!(
        matches!(asked.names[0].becomes, Becomes::Asked { takes } if takes.starts_with("a number from 1"))
    );
    let answered = read(App::Daylio, &rows, "fluffy=2");
    assert_eq!((answered.records.len(), answered.rejected_rows), (2, 0));
    // The word stays with the entry, since its number is only where the person put it.
    let Record::CheckIn(entry) = &answered.records[1].record else { panic!("a check-in") };
    assert_eq!(entry.parts().note.as_ref().unwrap().as_str(), "Mood: Fluffy");
    assert_eq!(entry.parts().values[0].answer().rating().unwrap().value(), Milli::whole(2));
    // Another answer does not make another row of it.
    assert_eq!(answered.records[1].identity, read(App::Daylio, &rows, "fluffy=3").records[1].identity);
    assert_eq!(read(App::Daylio, &rows, "fluffy=skip").left_out_rows, 1);
    for wrong in ["fluffy=0", "fluffy=6", "fluffy=3.5", "fluffy=0..10"] {
        let refused = take(App::Daylio, rows.as_bytes(), "f.csv", &answers(wrong)).unwrap_err();
        assert_eq!(refused.to_string(), "--map takes for a mood word, 1, 2, 3, 4, 5 or skip", "{wrong}");
    }
}

#[test]
fn the_same_entry_of_three_generations_is_the_same_row() {
    let identity = |text: &str| read(App::Daylio, text, "").records[0].identity;
    let now = identity(&format!("\u{feff}{DAYLIO}2018-05-18,,,21:05,rad,\"a | b\",\"\",\"\",\"tea\"\n"));
    let oldest =
        "year,date,weekday,time,mood,activities,note\n2018,18 May,Friday,9:05 pm,rad,\"a | b \",\"tea\"\n";
    assert_eq!(now, identity(oldest));
    assert_eq!(now, identity(&oldest.replace("18 May", "May 18").replace("9:05 pm", "21:05")));
    assert_ne!(now, identity(&oldest.replace("tea", "cake")));
    let utf16: Vec<u8> = format!("\u{feff}{oldest}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(App::recognise("f.csv", &utf16).unwrap(), Some(App::Daylio));
    assert_eq!(take(App::Daylio, &utf16, "f.csv", &Answers::default()).unwrap().records[0].identity, now);
}

fn hex(identity: Identity) -> String {
    let Identity::Content(digest) = identity else { panic!("a content identity") };
    digest.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

#[test]
fn identities_stay_the_same_from_version_to_version() {
    // Python: p = lambda *s: b"".join(len(x.encode()).to_bytes(8, "little") + x.encode() for x in s)
    // i = lambda part, *s: sha256(sha256(p(*s)).digest() + (1).to_bytes(8, "little") + part).hexdigest()
    // i(b"check_in", "tidemark daylio 1", "", "time", "2018-05-18 21:05:00", "mood", "rad", "activities", "a | b",
    //   "scales", "", "title", "", "note", "tea")
    let daylio = read(App::Daylio, &format!("{DAYLIO}2018-05-18,,,21:05,rad,a | b,,,tea\n"), "");
    assert_eq!(
        hex(daylio.records[0].identity),
        "e3d60c5d0dc8faf17571ab59d9df69f801ae9f1220fbad03576138e26c5bedeb"
    );
    // i(b"check_in", "tidemark track_and_graph 1", "", "feature", "Tea", "time", "2021-02-09T11:07:28+00:00",
    //   "value", "1.5", "label", "green", "note", "")
    let track = read(App::TrackAndGraph, &format!("{TRACK}Tea,2021-02-09T11:07:28Z,1.50,green,\n"), "");
    assert_eq!(
        hex(track.records[0].identity),
        "9e714e9ffe45615f45a48cc8582f096c07b1b14f4ceb1681b9d2846361595eab"
    );
    let legacy = "FeatureName,Timestamp,Value,Note\nTea,2021-02-09T11:07:28Z,1.5:green,\n";
    assert_eq!(read(App::TrackAndGraph, legacy, "").records[0].identity, track.records[0].identity);
    // i(b"check_in", "tidemark bearable 1", "", "day", "2021-12-08", "part", "mid", "category", "Symptom",
    //   "rating", "2", "detail", "Neck pain (Moderate)", "notes", "")
    let bearable = "date,weekday,time of day,category,rating/amount,detail,notes\n\
                    8th Dec 2021,Wednesday,mid,Symptom,2,Neck pain (Moderate),\n";
    let bearable = read(App::Bearable, bearable, "");
    assert_eq!(
        hex(bearable.records[0].identity),
        "e484bab76cec09dcc57cad79aa1c9861667e430beee0a02e9daea2526e8705ce"
    );
    // i(b"practice", "tidemark loop_habits 1", "", "habit", "Walk", "day", "2026-01-02", "value", "done", "notes", "")
    let habits = "Position,Name,Type\n001,Walk,YES_NO\n";
    let days = "Date,Value,Notes\n2026-01-02,YES_MANUAL,\n";
    let found = zip(&[("Habits.csv", habits), ("001 Walk/Checkmarks.csv", days)]);
    let found = take(App::LoopHabits, &found, "f.zip", &Answers::default()).unwrap();
    assert_eq!(
        hex(found.records[0].identity),
        "cd58c2eab761b33c07f3f74c7dea965a6a69efd80cf852832a807b9d3a4c42cc"
    );
}

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_part_of_the_day_gets_no_clock_time() {
    let import = read(
        App::Bearable,
        "date,weekday,time of day,category,rating/amount,detail,notes\n\
         8th Dec 2021,Wednesday,mid,Symptom,2,Neck pain (Moderate),\n\
         8th Dec 2021,Wednesday,all day,Symptom,1,Neck pain (Mild),\n",
        "",
    );
    let entry = |index: usize| match &import.records[index].record {
        Record::CheckIn(check_in) => check_in.parts().clone(),
        other => panic!("no {} expected", other.kind().code()),
    };
    let (mid, all_day) = (entry(0), entry(1));
    assert_eq!((mid.rated, mid.note.as_ref().unwrap().as_str()), (None, "mid"));
    assert_eq!(
        (mid.values[0].frame().code(), all_day.values[0].frame().code()),
        ("right_now", "day_overall")
    );
    assert_eq!((all_day.rated, all_day.note), (None, None));
}

#[test]
fn a_feature_may_go_to_a_measure_of_the_diary_or_get_a_scale() {
    let rows = format!("{TRACK}Calm,2026-02-01T10:00:00Z,11.0,,\nCalm,2026-02-02T10:00:00Z,3.0,,\n");
    assert_eq!(becomes(&read(App::TrackAndGraph, &rows, "")), ["Calm: tg_calm, 0 to 20 in steps of 1"]);
    let scaled = read(App::TrackAndGraph, &rows, "calm=0..100/0.5");
    assert_eq!(becomes(&scaled), ["Calm: tg_calm, 0 to 100 in steps of 0.5"]);
    let stress = read(App::TrackAndGraph, &rows, "Calm=stress");
    assert_eq!((stress.measures.len(), stress.records.len()), (0, 1));
    assert_eq!(stress.rejected[0].to_string(), "f.csv, line 2, column Value (3): stress takes 0 to 10");
    let unknown = take(App::TrackAndGraph, rows.as_bytes(), "f.csv", &answers("calm=calmness")).unwrap_err();
    assert_eq!(unknown.to_string(), "--map names the measure calmness, which this diary does not have");
}

#[test]
fn a_measure_from_an_earlier_import_keeps_its_scale() {
    let first = read(App::TrackAndGraph, &format!("{TRACK}Tea,2026-02-01T10:00:00Z,3.0,,\n"), "");
    let mut known = built_in::measures();
    known.extend(first.measures.iter().filter_map(|incoming| match &incoming.record {
        Record::Measure(m) => Some(m.clone()),
        _ => None,
    }));
    let rows = format!("{TRACK}Tea,2026-02-01T10:00:00Z,3.0,,\nTea,2026-02-02T10:00:00Z,12.0,,\n");
    let again = |said: &str| {
        let entropy = &mut SeededEntropy::new(6);
        App::TrackAndGraph.read(&known, rows.as_bytes(), "f.csv", &answers(said), &context(), entropy)
    };
    let import = again("").unwrap();
    assert_eq!((import.measures.len(), import.records.len()), (0, 1));
    assert_eq!(import.records[0].identity, first.records[0].identity);
    assert_eq!(becomes(&import), ["Tea: tg_tea, 0 to 10 in steps of 1"]);
    assert_eq!(import.rejected[0].to_string(), "f.csv, line 3, column Value (3): tg_tea takes 0 to 10");
    assert!(matches!(again("tea=0..20"), Err(ImportError::MeasureDiffers { .. })));
}

#[test]
fn times_without_a_zone_need_one_and_say_which() {
    let rows = format!("{DAYLIO}2026-02-28,,,21:00,rad,,,,\n");
    let context = ImportContext { zone: None, ..context() };
    let entropy = &mut SeededEntropy::new(6);
    let refused = App::Daylio.read(
        &built_in::measures(),
        rows.as_bytes(),
        "f.csv",
        &Answers::default(),
        &context,
        entropy,
    );
    assert!(matches!(refused, Err(ImportError::NoZone { .. })));
    assert_eq!(read(App::Daylio, &rows, "").zone.unwrap().name(), "Europe/Amsterdam");
    let offset = format!("{TRACK}Tea,2026-02-01T10:00:00Z,3.0,,\n");
    assert_eq!(read(App::TrackAndGraph, &offset, "").zone, None);
}

#[test]
fn numbers_of_a_habit_are_thousandths_unless_they_have_a_point() {
    let value = |text: &str| {
        let days = format!("Date,Value,Notes\n2026-01-02,{text},\n");
        let habits = "Position,Name,Type\n001,Steps,NUMERICAL\n";
        let bytes = zip(&[("Habits.csv", habits), ("001 Steps/Checkmarks.csv", &days)]);
        let import = take(App::LoopHabits, &bytes, "f.zip", &Answers::default()).unwrap();
        let number = import.records.first().map(|incoming| match &incoming.record {
            Record::CheckIn(c) => c.parts().values[0].answer().rating().unwrap().value().to_string(),
            other => panic!("no {} expected", other.kind().code()),
        });
        (number, import.choices.len(), import.rejected_rows)
    };
    let number = |text: &str, choices| (Some(text.to_owned()), choices, 0);
    assert_eq!(value("7500"), number("7.5", 1));
    assert_eq!(value("9000000"), number("9000", 1));
    assert_eq!(value("7.500"), number("7.5", 0));
    assert_eq!(value("NO"), number("0", 1));
    for nothing in ["SKIP", "3", "UNKNOWN", "-1"] {
        assert_eq!(value(nothing), (None, 0, 0), "{nothing}");
    }
    for mark in ["2", "YES_MANUAL", "many"] {
        assert_eq!(value(mark), (None, 0, 1), "{mark}");
    }
}

#[test]
fn an_archive_that_unpacks_to_more_than_it_may_is_refused() {
    let habits = "Position,Name,Type\n001,Walk,YES_NO\n002,Run,YES_NO\n";
    let half = "\n".repeat(33 * 1024 * 1024);
    let bomb =
        zip(&[("Habits.csv", habits), ("001 a/Checkmarks.csv", &half), ("002 b/Checkmarks.csv", &half)]);
    assert!(bomb.len() < 200_000);
    let refused = take(App::LoopHabits, &bomb, "f.zip", &Answers::default()).unwrap_err();
    assert_eq!(refused.to_string(), "f.zip has more than 64 MiB");
}

#[test]
fn more_names_than_measures_can_be_are_refused() {
    let row = |n: usize| format!("Name {n},2026-02-01T10:00:00Z,3.0,,\n");
    let rows = |n: usize| TRACK.to_owned() + &(0..n).map(row).collect::<String>();
    assert_eq!(read(App::TrackAndGraph, &rows(1000), "").measures.len(), 1000);
    let refused = take(App::TrackAndGraph, rows(1001).as_bytes(), "f.csv", &Answers::default()).unwrap_err();
    assert_eq!(refused.to_string(), "f.csv has more than 1,000 different names");
}
