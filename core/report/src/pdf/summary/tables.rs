//! Questionnaire totals and session ratings, as tables.

use super::super::block::{Block, LeftOver, lines_in};
use super::super::ink::Ink;
use super::super::page::{WIDTH, mm};
use super::super::table::{self, Align, Table};
use super::super::tags::{Element, Role};
use super::super::text::Setter;
use super::super::words;
use crate::Report;
use crate::document::{QuestionnaireRow, Section, SessionRow, SummaryBlock};

const MOST_ROWS: usize = 8;

pub(super) fn questionnaires(report: &Report, setter: &mut Setter, room: f32) -> Block {
    let mut block = Block::titled(setter, &words::questionnaires());
    if report.questionnaires.is_empty() {
        block.paragraph(setter, &words::nothing(report, SummaryBlock::Questionnaires), 1, Ink::Grey);
        return block;
    }
    let [name, totals, change] = words::questionnaire_heads();
    let heads = vec![(name, 1), (totals, 4), (change, 1)];
    let one = (mm(22.0), Align::Left);
    let columns = vec![(mm(64.0), Align::Left), one, one, one, one, (mm(28.0), Align::Right)];
    let rows = report.questionnaires.iter().map(questionnaire).collect();
    add(&mut block, setter, &words::questionnaires(), Table { columns, heads, rows }, room);
    block
}

fn questionnaire(row: &QuestionnaireRow) -> Vec<String> {
    let name = if row.range.is_empty() { row.name.clone() } else { format!("{} ({})", row.name, row.range) };
    let mut cells = vec![name];
    let skip = row.totals.len().saturating_sub(4);
    let shown = row.totals.iter().skip(skip);
    cells.extend(shown.map(|t| format!("{}: {}", words::day(t.date), words::number(t.total))));
    cells.resize(5, String::new());
    cells.push(row.change.map_or_else(String::new, words::signed_number));
    cells
}

pub(super) fn sessions(report: &Report, setter: &mut Setter, room: f32) -> Block {
    let mut block = Block::titled(setter, &words::sessions());
    let sessions = &report.sessions;
    if sessions.rows.is_empty() && sessions.sentences.is_empty() {
        block.paragraph(setter, &words::nothing(report, SummaryBlock::Sessions), 1, Ink::Grey);
        return block;
    }
    let rows = f32::from(u8::try_from(sessions.rows.len().min(4)).unwrap_or(4));
    let table_height = if sessions.rows.is_empty() { 0.0 } else { table::HEAD + rows * table::ROW };
    if !sessions.sentences.is_empty() {
        let most = lines_in((room - block.height - table_height).min(mm(100.0))).clamp(1, 4);
        if block.paragraph(setter, &sessions.sentences.join(" "), most, Ink::Black) {
            let paragraphs = sessions.sentences.clone();
            block.left_over.push(LeftOver::Text(Section { heading: words::sessions(), paragraphs }));
        }
    }
    if !sessions.rows.is_empty() {
        let heads = words::session_heads().into_iter().map(|head| (head, 1)).collect();
        let right = |w| (mm(w), Align::Right);
        let columns =
            vec![(mm(44.0), Align::Left), right(12.0), right(24.0), right(22.0), right(44.0), right(34.0)];
        let rows = sessions.rows.iter().map(session).collect();
        add(&mut block, setter, &words::sessions(), Table { columns, heads, rows }, room);
    }
    block
}

fn session(row: &SessionRow) -> Vec<String> {
    let median = |m: Option<f64>| m.map_or_else(String::new, words::tenths);
    let change = row.change.map_or_else(String::new, |c| {
        let median = words::signed_tenths(c.median);
        c.interval.map_or(median.clone(), |(low, high)| {
            format!("{median} ({} to {})", words::signed_tenths(low), words::signed_tenths(high))
        })
    });
    let counts = format!("{} / {} / {}", row.lower, row.same, row.higher);
    vec![row.measure.clone(), row.rated.to_string(), median(row.before), median(row.after), change, counts]
}

/// Adds a table at the foot of a block, with the rows that fit.
fn add(block: &mut Block, setter: &mut Setter, title: &str, table: Table, room: f32) {
    let mut tagged = Element::new(Role::Table);
    let mut head = Element::new(Role::TableHead);
    head.push(table.head(setter, block.height));
    tagged.push(head);
    let mut y = block.height + table::HEAD;
    let all = table.rows.len();
    let mut body = Element::new(Role::TableBody);
    let (mut shown, mut cut) = (0, false);
    for (i, cells) in table.rows.iter().take(MOST_ROWS).enumerate() {
        if i > 0 && y + table::ROW > room + 0.01 {
            break;
        }
        let (row, row_cut) = table.row(setter, cells, y, i > 0);
        body.push(row);
        cut |= row_cut;
        y += table::ROW;
        shown = i + 1;
    }
    tagged.push(body);
    block.element.push(tagged);
    block.height = y;
    if shown < all || cut {
        let note = if shown < all { words::more(all - shown) } else { words::in_full() };
        block.note(setter, title, &note, WIDTH);
        block.left_over.push(LeftOver::Table(title.to_owned(), table));
    }
}
