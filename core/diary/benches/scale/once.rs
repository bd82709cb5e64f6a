//! One operation, once, in a function of its own: what a program that counts instructions can be pointed at.

use tidemark::{Diary, Span};

use super::room::{self, Room};

/// Does `operation` with the diary; what has to be there before is not part of `counted_*`.
pub fn once(operation: &str, room: &Room) {
    let month = room::last_month();
    let span = Span { from: Some(month.from()), to: Some(month.to()) };
    match operation {
        "open" => drop(counted_open(room)),
        "month" => counted_month(&room.open(), span),
        "save" => counted_save(&mut room.open()),
        "trends" => counted_trends(&room.open()),
        "changes" => counted_changes(&room.open()),
        other => panic!("{other} is none of open, month, save, trends, changes"),
    }
}

#[inline(never)]
fn counted_open(room: &Room) -> Diary {
    room.open()
}

#[inline(never)]
fn counted_month(diary: &Diary, span: Span) {
    std::hint::black_box(serde_json::to_vec(&diary.log(span).unwrap()).unwrap());
}

#[inline(never)]
fn counted_save(diary: &mut Diary) {
    std::hint::black_box(diary.add_check_in(room::draft(1), room::now()).unwrap());
}

#[inline(never)]
fn counted_trends(diary: &Diary) {
    std::hint::black_box(diary.trends(&[], Span::default()).unwrap());
}

#[inline(never)]
fn counted_changes(diary: &Diary) {
    std::hint::black_box(diary.changes(&[], Span::default()).unwrap());
}
