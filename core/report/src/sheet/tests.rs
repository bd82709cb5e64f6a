//! Claims about what the sheets say: what has no tick is not there, what is there is in the person's words.
//!
//! The diaries are built by hand; expected texts are written out.

use tidemark_model::{
    CareTeamMember, Content, CrisisContact, Goal, IntakeField, IntakeSheet, Medication, Moment, RecordId,
    Recorded, RecordedBy, Records, SafetyPlan, SeededEntropy, SessionPlan, Source, Stamp, Texts, Therapist,
};

use super::{
    Block, CaregiverChoices, IntakeChoices, Part, QuestionChoices, Sheet, SheetCover, caregiver_page,
    intake_sheet, questions_sheet,
};
use crate::document::Paper;

/// A record with these fields.
pub(crate) fn record<T: Content>(seed: u64, fields: &[(&str, &str)]) -> Recorded<T> {
    let mut texts = Texts::default();
    for (name, text) in fields {
        let known = T::FIELDS.iter().find(|field| field.name == *name).unwrap();
        texts.set(known.name, Some((*text).to_owned()));
    }
    let at = Moment::parse("2026-11-20T10:00Z").unwrap();
    let id = T::Id::generate(at.instant, &mut SeededEntropy::new(seed));
    Recorded::new(id, Stamp::new(at, RecordedBy::Own, Source::Cli), T::read(&texts).unwrap()).unwrap()
}

pub(crate) fn cover(paper: Paper) -> SheetCover {
    SheetCover {
        paper,
        made_on: "2026-11-23".parse().unwrap(),
        zone: "Europe/Dublin".to_owned(),
        sample_label: None,
    }
}

const PROMPTS: [&str; 5] = ["circulation", "skin", "surgery", "pregnancy", "fever"];

/// A sheet in which each field says its own name, and one medicine.
pub(crate) fn planted(shared: &str) -> Records {
    let medicine: Recorded<Medication> = record(
        1,
        &[
            ("name", "planted-medicines"),
            ("times", "08:00 | 20:00"),
            ("purpose", "planted-medicine_purposes"),
            ("touch_notes", "bruises"),
        ],
    );
    let id = medicine.id.to_string();
    let mut fields: Vec<(&str, String)> = vec![
        ("version", "2".into()),
        ("reviewed_on", "2026-11-20".into()),
        ("medicines", id),
        ("allergies", "oil:planted-allergies".into()),
        ("areas", "focus:jaw:both".into()),
        ("pressure", "4".into()),
        ("permission_to_talk", "ask_me".into()),
    ];
    if !shared.is_empty() {
        fields.push(("shared", shared.into()));
    }
    for field in IntakeField::ALL.iter().map(|field| field.code()).filter(|code| *code != "medicine_purposes")
    {
        if fields.iter().any(|(name, _)| *name == field) {
            continue;
        }
        let text = if PROMPTS.contains(&field) { "no".to_owned() } else { format!("planted-{field}") };
        fields.push((field, text));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let before =
        record(2, &[("version", "1"), ("reviewed_on", "2026-10-03"), ("triggers", "planted-former trigger")]);
    Records {
        medications: vec![medicine],
        intake_sheets: vec![before, record(3, &fields)],
        ..Records::default()
    }
}

fn intake(records: &Records) -> Sheet {
    intake_sheet(records, IntakeChoices::default(), cover(Paper::A4)).unwrap()
}

/// All texts of a sheet, headings and labels too.
fn said(sheet: &Sheet) -> Vec<String> {
    let mut all = vec![sheet.title.clone(), sheet.person.clone(), sheet.given.clone(), sheet.foot.clone()];
    for Part { heading, blocks, .. } in sheet.front.iter().chain(&sheet.back) {
        all.push(heading.clone());
        for block in blocks {
            match block {
                Block::Text(text) => all.push(text.clone()),
                Block::Row { label, texts } => all.extend(std::iter::once(label).chain(texts).cloned()),
                Block::Ask { question, known } => all.extend(std::iter::once(question).chain(known).cloned()),
                Block::Body { alt, key, .. } => all.extend([alt.clone(), key.clone()]),
                Block::Sign(lines) => all.extend(lines.iter().cloned()),
            }
        }
    }
    all
}

fn row<'a>(sheet: &'a Sheet, wanted: &str) -> Option<&'a [String]> {
    sheet.front.iter().chain(&sheet.back).flat_map(|part| &part.blocks).find_map(|block| match block {
        Block::Row { label, texts } if label == wanted => Some(texts.as_slice()),
        _ => None,
    })
}

#[test]
fn what_has_no_tick_is_not_on_the_page_and_each_tick_brings_its_own_field_alone() {
    // What stands for the fields whose words are fixed.
    let stands = |field: &str| match field {
        "areas" => "jaw".to_owned(),
        "pressure" => "4 of 5, firm".to_owned(),
        "permission_to_talk" => "ask me first".to_owned(),
        "circulation" => "circulation trouble: no".to_owned(),
        "skin" => "skin trouble: no".to_owned(),
        "surgery" => "surgery of late: no".to_owned(),
        "pregnancy" => "pregnancy: no".to_owned(),
        "fever" => "fever: no".to_owned(),
        // The name of the medicine is the beginning of what it is for.
        "medicines" => "planted-medicines".to_owned(),
        other => format!("planted-{other}"),
    };
    let fields: Vec<&str> = IntakeField::ALL.iter().map(|field| field.code()).collect();
    let nothing = said(&intake(&planted(""))).join("\n");
    assert!(fields.iter().all(|field| !nothing.contains(&stands(field))), "{nothing}");
    for tick in &fields {
        // Pronouns stand behind the name, and what a medicine is for behind the medicine.
        let with = match *tick {
            "pronouns" => "pronouns | name",
            "medicine_purposes" => "medicine_purposes | medicines",
            one => one,
        };
        let page = said(&intake(&planted(with))).join("\n");
        for field in &fields {
            let wanted = with.split(" | ").any(|ticked| ticked == *field);
            assert_eq!(page.contains(&stands(field)), wanted, "{field} with the tick of {with}: {page}");
        }
    }
}

#[test]
fn a_former_version_is_repeated_only_where_it_was_ticked_and_never_in_an_unticked_field() {
    let mut records = planted("triggers");
    let page = said(&intake(&records)).join("\n");
    assert!(page.contains("Triggers: now: planted-triggers"), "{page}");
    assert!(!page.contains("former trigger"), "it was not ticked then: {page}");
    records.intake_sheets[0] = record(
        2,
        &[
            ("version", "1"),
            ("reviewed_on", "2026-10-03"),
            ("triggers", "former trigger"),
            ("shared", "triggers"),
        ],
    );
    let page = said(&intake(&records)).join("\n");
    assert!(page.contains("Triggers: now: planted-triggers; no longer: former trigger"), "{page}");
    records.intake_sheets[1] = planted("goals").intake_sheets[1].clone();
    assert!(!said(&intake(&records)).join("\n").contains("trigger"));
}

#[test]
fn the_rows_are_in_the_persons_words_and_in_the_order_of_the_page() {
    let all = IntakeField::ALL.iter().map(|field| field.code()).collect::<Vec<_>>().join(" | ");
    let mut records = planted(&all);
    records.session_plans = vec![
        record::<SessionPlan>(
            5,
            &[("version", "1"), ("since", "2026-10-02"), ("minutes", "60"), ("modality", "swedish")],
        ),
        // Not in force yet.
        record::<SessionPlan>(6, &[("version", "2"), ("since", "2026-12-01"), ("minutes", "90")]),
    ];
    let sheet = intake(&records);
    let headings: Vec<&str> = sheet.front.iter().map(|part| part.heading.as_str()).collect();
    let expected = [
        "Today",
        "Areas",
        "Boundaries and comfort",
        "Allergies and oils",
        "Health, as far as I share it",
        "If I feel overwhelmed",
        "Contacts",
        "Changes since last time",
    ];
    assert_eq!(headings, expected);
    assert_eq!(sheet.person, "planted-name (planted-pronouns)");
    assert_eq!(row(&sheet, "Length").unwrap(), ["60 minutes"]);
    assert_eq!(row(&sheet, "Style").unwrap(), ["Swedish"]);
    assert_eq!(row(&sheet, "Please work on").unwrap(), ["jaw"]);
    let medicine =
        "planted-medicines · at 08:00, 20:00 · touch: bruises easily · for planted-medicine_purposes";
    assert_eq!(row(&sheet, "Medicines").unwrap(), [medicine]);
    assert_eq!(row(&sheet, "May you two talk?").unwrap(), ["ask me first"]);
}

#[test]
fn nothing_written_down_is_said_and_is_not_none() {
    let sheets = |shared: &str| {
        let fields = [("version", "1"), ("reviewed_on", "2026-11-20"), ("shared", shared)];
        Records { intake_sheets: vec![record::<IntakeSheet>(1, &fields)], ..Records::default() }
    };
    assert!(said(&intake(&sheets("allergies"))).contains(&"Nothing written down.".to_owned()));
    // Without its tick the box is not there at all.
    assert!(!said(&intake(&sheets("goals"))).contains(&"Allergies and oils".to_owned()));
    assert!(intake_sheet(&Records::default(), IntakeChoices::default(), cover(Paper::A4)).is_none());
}

fn looked_after() -> Records {
    Records {
        goals: vec![
            record::<Goal>(
                1,
                &[
                    ("text", "sleep through"),
                    ("started_on", "2026-10-01"),
                    ("status", "active"),
                    ("review_on", "2026-12-15"),
                ],
            ),
            record::<Goal>(
                2,
                &[("text", "planted-dropped"), ("started_on", "2026-10-01"), ("status", "dropped")],
            ),
        ],
        safety_plans: vec![record::<SafetyPlan>(
            3,
            &[
                ("signs", "planted-sign"),
                ("what_helps", "cold water"),
                ("places", "planted-place"),
                ("people", "Sam"),
                ("reasons", "planted-reason"),
            ],
        )],
        crisis_contacts: vec![record::<CrisisContact>(
            4,
            &[
                ("service", "Listening line"),
                ("number", "116 123"),
                ("verified_on", "2026-11-01"),
                ("open", "false"),
            ],
        )],
        care_team_members: vec![
            record::<CareTeamMember>(
                5,
                &[("name", "Dr Byrne"), ("role", "primary_care"), ("contact", "01 555")],
            ),
            record::<CareTeamMember>(6, &[("name", "Mo"), ("role", "caregiver"), ("contact", "02 555")]),
        ],
        session_plans: vec![record::<SessionPlan>(
            7,
            &[
                ("version", "1"),
                ("since", "2026-10-02"),
                ("aim", "planted-aim"),
                ("frequency", "every 14 days"),
                ("review_on", "2026-11-30"),
            ],
        )],
        ..planted("overwhelmed_do")
    }
}

#[test]
fn a_caregiver_reads_goals_help_numbers_and_dates_and_nothing_else() {
    let records = looked_after();
    let choices =
        CaregiverChoices { reader: Some(records.care_team_members[1].id), ..CaregiverChoices::default() };
    let sheet = caregiver_page(&records, &choices, cover(Paper::A4));
    let page = said(&sheet).join("\n");
    for wanted in [
        "sleep through",
        "cold water",
        "planted-overwhelmed_do",
        "call 116 123",
        "primary care · 01 555",
        "every 14 days",
        "30 Nov 2026",
        "15 Dec 2026: sleep through",
        "If someone may be in danger, call the emergency number now.",
    ] {
        assert!(page.contains(wanted), "{wanted} is missing: {page}");
    }
    // Checked less than twelve months before.
    assert!(!page.contains("check this number"));
    assert!(!page.contains("02 555"), "nobody calls themselves");
    assert!(!page.contains("Ratings"), "ratings have no tick");
    let rest = page.replace("planted-overwhelmed_do", "");
    assert!(!rest.contains("planted"), "{rest}");
}

#[test]
fn all_sixteen_questions_are_asked_and_of_a_known_therapist_the_open_ones() {
    let mut records = planted("stop_signal");
    let checklist = "licence:confirmed:2026-10-03:seen | plan:unsure:2026-10-03::every two weeks | \
                     first_talk:declined | intake_first:not_asked | experience_anxiety:not_applicable";
    records.therapists = vec![record::<Therapist>(8, &[("name", "A. Nolan"), ("checklist", checklist)])];
    let asks = |sheet: &Sheet| {
        let blocks = sheet.front.iter().flat_map(|part| part.blocks.clone());
        blocks.filter(|block| matches!(block, Block::Ask { .. })).count()
    };
    let all = questions_sheet(&records, QuestionChoices::default(), cover(Paper::A4));
    assert_eq!(asks(&all), 16);
    let page = said(&all).join("\n");
    assert!(page.contains("planted-stop_signal"));
    assert!(!page.replace("planted-stop_signal", "").contains("planted"), "{page}");
    assert!(["NCCIH", "AMTA", "ABMP"].iter().all(|name| page.contains(name)));
    assert!(!page.contains("http") && !page.contains("www"));
    let choices = QuestionChoices { therapist: Some(records.therapists[0].id) };
    let open = questions_sheet(&records, choices, cover(Paper::A4));
    // Sixteen less confirmed, declined and not applicable.
    assert_eq!(asks(&open), 13);
    let page = said(&open).join("\n");
    assert!(page.contains("unsure so far, asked on 3 Oct 2026: every two weeks"));
    assert!(!page.contains("licence or registration"), "{page}");
}
