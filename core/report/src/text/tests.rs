//! Claims about the plain text: its length, its order, what stays and what is counted. Diaries and texts by hand.

use tidemark_findings::pseudo::{Pseudo, speaking};
use tidemark_findings::{ChangeLine, Included, ReportFacts, Sentence, facts};
use tidemark_model::{InstrumentResult, MedicationChange, Period, Records, Visit, built_in};

use super::{MOST_CHARACTERS, text};
use crate::sheet::tests::record;

fn period() -> Period {
    Period::new("2026-09-12".parse().unwrap(), "2026-11-23".parse().unwrap()).unwrap()
}

fn of(records: &Records) -> ReportFacts {
    facts(records, period(), period().to(), &Included::default())
}

/// A visit with two questions, two totals, a change of a medicine.
fn diary() -> Records {
    let result = |seed, day: &str, total: &str| {
        record::<InstrumentResult>(
            seed,
            &[
                ("instrument", "phq_9"),
                ("taken_at", &format!("{day}T10:00+00:00")),
                ("logical_date", day),
                ("total", total),
                ("filled_by", "self"),
            ],
        )
    };
    Records {
        measures: built_in::measures(),
        visits: vec![record::<Visit>(
            1,
            &[
                ("at", "2026-11-24T10:00+00:00"),
                ("logical_date", "2026-11-24"),
                ("questions", "May I sleep longer? | Why am I tired?"),
            ],
        )],
        instrument_results: vec![result(2, "2026-09-14", "12"), result(3, "2026-11-20", "9")],
        medication_changes: vec![record::<MedicationChange>(
            4,
            &[
                ("medication_id", "018bcfe5-6800-7000-8000-000000000000"),
                ("at", "2026-10-12"),
                ("kind", "up"),
                ("from", "50 mg"),
                ("to", "100 mg"),
            ],
        )],
        ..Records::default()
    }
}

/// A report in which every list is long.
fn crowded() -> ReportFacts {
    let mut facts = of(&diary());
    let long = |name: &str, i: usize| format!("{name} {i} {}", "words that go on ".repeat(10).trim());
    facts.questions = (0..12).map(|i| long("question", i)).collect();
    let change = facts.changes[0].clone();
    facts.changes = (0..20)
        .map(|i| ChangeLine {
            label: format!("M{}", i + 1),
            sentence: Sentence { id: "sentence.medicine", text: long("change", i) },
            ..change.clone()
        })
        .collect();
    facts
}

#[test]
fn the_text_reads_in_its_order_with_every_block() {
    let text = text(&of(&diary()), None);
    let expected = "\
Diary report: 12 Sep – 23 Nov 2026 (73 days)

Entries on 0 of 73 days (0 %); 0 added the next day, 0 later.
Longest stretch without entries 73 days (12 Sep – 23 Nov 2026).

My questions
1. May I sleep longer?
2. Why am I tired?

Questionnaires
PHQ-9 (0–27, higher = worse): 14 Sep 12, 20 Nov 9; change since first −3

Massage sessions
No session in this period has ratings on time both before and after.

Medicine changes
M1 12 Oct 2026: a medicine raised, 50 mg → 100 mg, as recorded by the person.

";
    assert!(text.starts_with(expected), "{text}");
    assert!(text.contains("Days without entries are left out, not counted as zero."));
    assert!(text.ends_with("does not stand in for an assessment.\n"), "{text}");
    assert!(!text.contains("more in the report"));
}

#[test]
fn the_text_never_passes_its_length_and_period_and_limits_stay() {
    for facts in [of(&Records::default()), of(&diary()), crowded()] {
        let text = text(&facts, Some("sample data, not a person"));
        assert!(text.chars().count() <= MOST_CHARACTERS, "{}", text.chars().count());
        assert!(text.starts_with("sample data, not a person\nDiary report: 12 Sep – 23 Nov 2026 (73 days)"));
        for limit in &facts.limits {
            assert!(text.contains(&limit.text), "{text}");
        }
    }
    for language in [Pseudo::Longer, Pseudo::RightToLeft] {
        speaking(language, || {
            for facts in [of(&diary()), crowded()] {
                let text = text(&facts, None);
                assert!(text.chars().count() <= MOST_CHARACTERS, "{}", text.chars().count());
                assert!(text.contains(&facts.period_line.text));
                assert!(facts.limits.iter().all(|limit| text.contains(&limit.text)));
            }
        });
    }
}

#[test]
fn characters_are_counted_as_unicode_scalar_values() {
    let mut facts = of(&diary());
    facts.questions = vec!["é".repeat(150), "👩".repeat(150)];
    let text = text(&facts, None);
    // Two and four bytes each: in bytes it is longer than 1,500.
    assert!(text.len() > MOST_CHARACTERS && text.chars().count() <= MOST_CHARACTERS);
    assert!(text.contains(&"👩".repeat(150)));
}

#[test]
fn what_does_not_fit_is_counted_and_the_first_questions_come_before_changes() {
    let facts = crowded();
    let text = text(&facts, None);
    assert!(text.contains("1. question 0") && text.contains("2. question 1"), "{text}");
    assert!(
        text.contains("PHQ-9 (0–27, higher = worse): 14 Sep 12, 20 Nov 9; change since first −3"),
        "{text}"
    );
    let shown = text.lines().filter(|line| line.starts_with('M') && line.contains("change ")).count();
    assert!(text.contains(&format!("+ {} more in the report", 20 - shown)), "{text}");
    assert!(text.contains("+ 10 more in the report"), "{text}");
}

#[test]
fn a_block_that_is_not_in_the_facts_is_not_in_the_text() {
    let mut facts = of(&diary());
    facts.questions.clear();
    facts.questionnaires.clear();
    let text = text(&facts, None);
    assert!(!text.contains("My questions") && !text.contains("Questionnaires"), "{text}");
}
