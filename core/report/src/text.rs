//! The report as plain text for a portal message: at most 1,500 characters, Unicode scalar values, line breaks too.
//!
//! A renderer of the same facts, which computes nothing. The order of reading is fixed: period, quality, questions, measures,
//! totals, sessions, medicine changes, limits. When not all of it fits, it is filled in this order of priority: period and
//! limits, which always stay; the first sentence on quality; two questions; the measures of page 1; totals; the first sentence on
//! sessions; medicine changes; further questions; further measures; further sentences. What a block has no room for is counted
//! in its place, so that nothing is lost silently. A block that was left out of the facts is not there.

use tidemark_findings as findings;
use tidemark_findings::{Panel, Questionnaire, ReportFacts, Sentence};

use crate::pdf::words;

/// Most characters of the text.
pub const MOST_CHARACTERS: usize = 1_500;
/// Questions that come before everything but period, limits and quality.
const FIRST_QUESTIONS: usize = 2;

/// Returns the report as plain text of at most [`MOST_CHARACTERS`], with line breaks and one at the end. The label of a sample
/// diary stands first.
#[must_use]
pub fn text(facts: &ReportFacts, sample_label: Option<&str>) -> String {
    let mut blocks = blocks(facts);
    let ends = Ends { head: head(facts, sample_label), limits: limits(facts) };
    // Places of all items, the most wanted first.
    let mut order: Vec<(u8, usize, usize)> = vec![];
    for (at, block) in blocks.iter().enumerate() {
        order.extend(block.items.iter().enumerate().map(|(item, (priority, _))| (*priority, at, item)));
    }
    order.sort_unstable();
    for (_, at, item) in order {
        let Some(block) = blocks.get_mut(at) else { continue };
        // Within a block nothing is passed over: what follows would not be what was counted.
        if block.kept != item {
            continue;
        }
        block.kept += 1;
        if ends.around(&blocks).chars().count() > MOST_CHARACTERS
            && let Some(block) = blocks.get_mut(at)
        {
            block.kept -= 1;
        }
    }
    ends.around(&blocks)
}

/// What stays whatever there is room for.
struct Ends {
    head: String,
    limits: String,
}

impl Ends {
    fn around(&self, blocks: &[Block]) -> String {
        let blocks = blocks.iter().map(Block::said);
        let parts = std::iter::once(self.head.clone()).chain(blocks).chain([self.limits.clone()]);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        format!("{}\n", parts.join("\n\n"))
    }
}

/// A heading with its lines, each with its priority: 0 is the most wanted.
struct Block {
    heading: String,
    items: Vec<(u8, String)>,
    /// How many of them are kept, from the first.
    kept: usize,
}

impl Block {
    /// Heading, lines and the count of what is left out; empty without items.
    fn said(&self) -> String {
        if self.items.is_empty() {
            return String::new();
        }
        let mut lines: Vec<String> = vec![];
        if !self.heading.is_empty() {
            lines.push(self.heading.clone());
        }
        lines.extend(self.items.iter().take(self.kept).map(|(_, text)| text.clone()));
        let left = self.items.len() - self.kept.min(self.items.len());
        if left > 0 {
            lines.push(words::counted("report.text.more", i64::try_from(left).unwrap_or(i64::MAX)));
        }
        lines.join("\n")
    }
}

fn head(facts: &ReportFacts, sample_label: Option<&str>) -> String {
    let title = findings::text("report.title");
    let mut line = format!("{title}: {}", facts.period_line.text);
    if let Some(since) = &facts.since_line {
        line = format!("{line}, {}", since.text);
    }
    sample_label.map_or_else(|| line.clone(), |label| format!("{label}\n{line}"))
}

fn limits(facts: &ReportFacts) -> String {
    facts.limits.iter().map(|sentence| sentence.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The blocks in the order of reading.
fn blocks(facts: &ReportFacts) -> Vec<Block> {
    let block = |heading: String, items: Vec<(u8, String)>| Block { heading, items, kept: 0 };
    let quality =
        facts.coverage.sentences.iter().chain(facts.harder_days.iter().map(|found| &found.sentence));
    let questions =
        facts.questions.iter().enumerate().map(|(at, question)| {
            (if at < FIRST_QUESTIONS { 1 } else { 6 }, format!("{}. {question}", at + 1))
        });
    let measures = facts.panels.iter().map(|panel| (2, measure(panel)));
    let more = facts.more_panels.iter().map(|panel| (7, measure(panel)));
    let totals = facts.questionnaires.iter().map(|one| (3, totals(one)));
    let changes = facts.changes.iter().map(|line| (5, format!("{} {}", line.label, line.sentence.text)));
    vec![
        block(String::new(), first_then(quality, 0, 8)),
        block(words::questions(), questions.collect()),
        block(findings::text("report.text.measures"), measures.chain(more).collect()),
        block(words::questionnaires(), totals.collect()),
        block(words::sessions(), first_then(facts.sessions.sentences.iter(), 4, 8)),
        block(findings::text("report.text.changes"), changes.collect()),
    ]
}

/// Sentences of which the first is wanted more than the others.
fn first_then<'a>(sentences: impl Iterator<Item = &'a Sentence>, first: u8, then: u8) -> Vec<(u8, String)> {
    let priority = |at| if at == 0 { first } else { then };
    sentences.enumerate().map(|(at, sentence)| (priority(at), sentence.text.clone())).collect()
}

/// First and last median where both are there, else what stands under the chart or in place of one.
fn measure(panel: &Panel) -> String {
    let trend = &panel.trend;
    let label = words::filled(
        "label.measure_direction",
        &[("measure", &trend.measure.label), ("direction", &panel.direction_label)],
    );
    let ends = trend.first_days.zip(trend.last_days);
    let medians = ends.and_then(|(first, last)| Some((first.n, first.median?, last.n, last.median?)));
    if let Some((n_first, first, n_last, last)) = medians {
        let level = |median| findings::level(median, trend.measure.unit);
        return words::filled(
            "report.text.measure",
            &[
                ("measure", &label),
                ("first", &level(first)),
                ("n_first", &n_first.to_string()),
                ("last", &level(last)),
                ("n_last", &n_last.to_string()),
            ],
        );
    }
    match &panel.listed {
        Some(listed) => listed.text.clone(),
        None => format!("{label}: {}", panel.caption.text),
    }
}

/// The dated totals, and the change since the first.
fn totals(from: &Questionnaire) -> String {
    let dated = |one: &findings::DatedTotal| {
        words::filled(
            "report.alt.value",
            &[("date", &words::day(one.day.date())), ("value", &one.total.to_string())],
        )
    };
    let all: Vec<String> = from.totals.iter().map(dated).collect();
    let said = format!("{} ({}): {}", from.name, from.range, all.join(", "));
    from.change.map_or_else(
        || said.clone(),
        |change| {
            let change = words::signed_number(f64::from(change));
            words::filled("report.text.change", &[("totals", &said), ("change", &change)])
        },
    )
}

#[cfg(test)]
mod tests;
