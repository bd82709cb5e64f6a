//! The shared cases (`tests/cases`) over the object that crosses to the phones, called from Rust.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::format_push_string,
    missing_docs,
    unreachable_pub,
    reason = "a test may fail loudly"
)]

#[path = "../../../tests/cases/replay.rs"]
mod replay;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use replay::{Done, Door, decimal, decimals, maybe, sha256, text, top};
use serde_json::{Map, Value, json};
use tidemark::model::{Kind, Modality, Phase, RecordedBy, SessionStatus};
use tidemark_mobile::{
    ChangeFigure, CheckInDraft, DiaryError, DriftFigure, Ending, FieldText, ImportChoices, ImportFormat,
    ImportRequest, LevelFigure, Moment, OpenDiary, Period, Rated, ReportOptions, SessionDraft, SessionEnd,
    SessionRatingDraft, Setting, Silence, Span, key_from_passphrase, moment_from_text, open_backup,
};

#[test]
fn every_case_holds_over_the_bindings() {
    replay::replay::<Phones>();
}

struct Phones {
    folder: PathBuf,
    diary: Option<Arc<OpenDiary>>,
}

impl Door for Phones {
    const NAME: &'static str = "rust";

    fn begin(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf(), diary: None }
    }

    fn call(&mut self, call: &str, with: &Map<String, Value>) -> Result<Done, String> {
        self.done(call, with).map_err(|error| class(&error))
    }
}

/// The name of the variant in snake case.
fn class(error: &DiaryError) -> String {
    let name = format!("{error:?}");
    let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
    let mut snake = String::new();
    for (at, letter) in name.char_indices() {
        if letter.is_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

fn nothing(id: Option<String>) -> Done {
    Done { answer: Value::Null, id }
}

fn answer(answer: Value) -> Done {
    Done { answer, id: None }
}

fn ratings(with: &Map<String, Value>, name: &str) -> Vec<Rated> {
    let given = with.get(name).and_then(Value::as_object);
    let rated = |(measure, value): (&String, &Value)| Rated {
        measure_id: measure.clone(),
        value_milli: value.as_i64(),
    };
    given.map(|given| given.iter().map(rated).collect()).unwrap_or_default()
}

fn span(with: &Map<String, Value>) -> Span {
    let day = |name| maybe(with, name).map(str::to_owned);
    Span { from: day("from"), to: day("to") }
}

fn texts(with: &Map<String, Value>, name: &str) -> Vec<String> {
    let items = with.get(name).and_then(Value::as_array);
    items
        .map(|items| items.iter().map(|item| item.as_str().unwrap().to_owned()).collect())
        .unwrap_or_default()
}

fn kind(with: &Map<String, Value>) -> Kind {
    Kind::from_code(text(with, "kind")).unwrap()
}

fn silent(silence: &Silence) -> Value {
    json!({ "silent": silence.code, "have": decimals(silence.have), "need": decimals(silence.need) })
}

impl Phones {
    fn path(&self, with: &Map<String, Value>, name: &str) -> String {
        self.folder.join(text(with, name)).display().to_string()
    }

    fn diary(&self) -> Arc<OpenDiary> {
        Arc::clone(self.diary.as_ref().expect("a diary is open"))
    }

    fn shut(&mut self) -> Result<(), DiaryError> {
        self.diary.take().map_or(Ok(()), |diary| diary.shut())
    }

    #[expect(clippy::too_many_lines, reason = "one arm a call, in the order of the table in the README")]
    fn done(&mut self, call: &str, with: &Map<String, Value>) -> Result<Done, DiaryError> {
        let now = || moment_from_text(text(with, "now"));
        Ok(match call {
            "create" => {
                let rollover = with.get("rollover_min").and_then(Value::as_u64);
                let rollover = rollover.map(|minutes| u16::try_from(minutes).unwrap());
                let (path, passphrase) = (self.path(with, "diary"), text(with, "passphrase").to_owned());
                self.diary = Some(OpenDiary::create(&path, passphrase, rollover, &now()?)?);
                nothing(None)
            }
            "open" => {
                let path = self.path(with, "diary");
                let opened = OpenDiary::open_with_passphrase(&path, text(with, "passphrase").to_owned())?;
                self.diary = Some(opened);
                nothing(None)
            }
            "open_with_key" => {
                let path = self.path(with, "diary");
                let key = key_from_passphrase(&path, text(with, "passphrase").to_owned())?;
                self.diary = Some(OpenDiary::open_with_key(&path, key)?);
                nothing(None)
            }
            // The object stays, to be asked once more.
            "shut" => {
                self.diary().shut()?;
                nothing(None)
            }
            "today" => {
                let today = self.diary().today(&now()?)?;
                let rated = |a: &tidemark_mobile::TodayAnswer| json!({ "measure_id": a.measure_id, "value_milli": a.value_milli });
                answer(json!({
                    "day": today.day, "rollover_min": today.rollover_min,
                    "asked": today.asked.iter().map(|m| m.id.clone()).collect::<Vec<_>>(),
                    "answers": today.answers.iter().map(rated).collect::<Vec<_>>(),
                    "check_ins": today.check_ins, "running": today.running_session_id.is_some(),
                    "planned": today.planned_session_ids.len(),
                    "morning_after": today.morning_after_session_ids.len(),
                    "away_since": today.away_since, "days_since_backup": today.days_since_backup,
                }))
            }
            "save_check_in" => {
                let rated_at = maybe(with, "rated_at").map(moment_from_text).transpose()?;
                let draft = CheckInDraft {
                    rated_at: rated_at.map_or_else(now, Ok)?,
                    ratings: ratings(with, "ratings"),
                    day: maybe(with, "day").map(str::to_owned),
                    note: maybe(with, "note").map(str::to_owned),
                    recorded_by: RecordedBy::Own,
                    practices: vec![],
                };
                let saved = self.diary().save_check_in(draft, &now()?)?;
                let mode = saved.entry_mode;
                Done {
                    answer: json!({
                        "day": saved.day, "entry_mode": mode.code(), "delay_min": mode.delay_min(),
                    }),
                    id: Some(saved.id),
                }
            }
            "save_days" => {
                for pair in with["days"].as_array().unwrap() {
                    let at = moment_from_text(&format!("{}T21:00:00+00:00", pair[0].as_str().unwrap()))?;
                    let measure_id = text(with, "measure_id").to_owned();
                    let draft = CheckInDraft {
                        rated_at: at.clone(),
                        ratings: vec![Rated { measure_id, value_milli: pair[1].as_i64() }],
                        day: None,
                        note: None,
                        recorded_by: RecordedBy::Own,
                        practices: vec![],
                    };
                    self.diary().save_check_in(draft, &at)?;
                }
                nothing(None)
            }
            "change_rating" => {
                let (id, measure) = (text(with, "id"), text(with, "measure_id"));
                self.diary().change_rating(id, measure, with["value_milli"].as_i64(), &now()?)?;
                nothing(None)
            }
            "remove_record" => {
                self.diary().remove_record(kind(with), text(with, "id"), RecordedBy::Own, &now()?)?;
                nothing(None)
            }
            "undo" => {
                let undone = self.diary().undo(RecordedBy::Own, &now()?)?;
                answer(json!({ "removed": undone.removed }))
            }
            "save_session" => {
                let minutes = with.get("minutes").and_then(Value::as_u64);
                let phase = |phase, name: &str| SessionRatingDraft {
                    phase,
                    ratings: ratings(with, name),
                    rated_at: None,
                    recalled: false,
                };
                let mut around = vec![phase(Phase::Before, "before"), phase(Phase::After, "after")];
                around.retain(|rating| !rating.ratings.is_empty());
                let draft = SessionDraft {
                    started_at: moment_from_text(text(with, "started_at"))?,
                    ending: minutes.map_or(Ending::NotHeld, |minutes| Ending::After {
                        minutes: u16::try_from(minutes).unwrap(),
                    }),
                    status: maybe(with, "status")
                        .map_or(SessionStatus::Held, |code| SessionStatus::from_code(code).unwrap()),
                    ratings: around,
                    ..draft(text(with, "modality"), now()?)
                };
                let saved = self.diary().save_session(draft, &now()?)?;
                Done { answer: json!({ "day": saved.day }), id: Some(saved.id) }
            }
            "rate_session" => {
                let rated_at = maybe(with, "rated_at").map(moment_from_text).transpose()?;
                let phase = Phase::from_code(text(with, "phase")).unwrap();
                let draft = SessionRatingDraft {
                    phase,
                    ratings: ratings(with, "ratings"),
                    rated_at,
                    recalled: false,
                };
                self.diary().rate_session(text(with, "id"), &draft, RecordedBy::Own, &now()?)?;
                nothing(None)
            }
            "start_session" => {
                let saved = self.diary().start_session(draft(text(with, "modality"), now()?), &now()?)?;
                Done { answer: json!({ "day": saved.day }), id: Some(saved.id) }
            }
            "finish_session" => {
                let minutes = with.get("minutes").and_then(Value::as_u64);
                let end = SessionEnd {
                    minutes: minutes.map(|minutes| u16::try_from(minutes).unwrap()),
                    early: false,
                    reason: None,
                    after: None,
                };
                let saved = self.diary().finish_session(text(with, "id"), &end, RecordedBy::Own, &now()?)?;
                answer(json!({ "day": saved.day }))
            }
            "month" => {
                let number = |name: &str| with[name].as_i64().unwrap();
                let (year, month) = (number("year"), number("month"));
                let month =
                    self.diary().month(i32::try_from(year).unwrap(), u32::try_from(month).unwrap())?;
                let days = month.days.iter().map(|d| {
                    let mark = format!("{:?}", d.mark).to_lowercase();
                    json!([d.day, mark, d.check_ins, d.sessions, d.planned, d.others])
                });
                let said = days.filter(|day| *day != json!([day[0], "blank", 0, 0, 0, 0]));
                answer(json!({
                    "from": month.period.from, "to": month.period.to, "days": said.collect::<Vec<_>>(),
                }))
            }
            "entries" => {
                let entries = self.diary().entries(&span(with))?;
                let one = |e: &tidemark_mobile::Entry| {
                    let values = e.values.iter().map(|v| json!([v.measure_id, decimals(v.value)]));
                    json!({
                        "kind": e.kind, "day": e.day, "recorded_by": e.recorded_by, "revision": e.revision,
                        "entry_mode": e.entry_mode, "values": values.collect::<Vec<_>>(),
                    })
                };
                answer(entries.iter().map(one).collect())
            }
            "trends" => {
                let trends = self.diary().trends(&texts(with, "measures"), &span(with))?.trends;
                answer(trends.iter().map(trend).collect())
            }
            "changes" => {
                let changes = self.diary().changes(&texts(with, "measures"), &span(with))?.changes;
                answer(changes.iter().map(change).collect())
            }
            "cards" => {
                let week = self.diary().cards(&now()?)?;
                let card = |c: &tidemark_mobile::Card| {
                    json!({
                        "question": c.question, "shown": format!("{:?}", c.shown).to_lowercase(), "n": c.n,
                        "text": c.sentence.text,
                    })
                };
                answer(json!({
                    "as_of": week.as_of, "waiting": week.waiting, "next": week.next.map(|s| s.text),
                    "cards": week.cards.iter().map(card).collect::<Vec<_>>(),
                }))
            }
            "add_record" => {
                let given = with["fields"].as_object().unwrap();
                let field = |(name, value): (&String, &Value)| FieldText {
                    name: name.clone(),
                    text: value.as_str().map(str::to_owned),
                };
                let fields = given.iter().map(field).collect();
                let saved = self.diary().add_record(kind(with), fields, RecordedBy::Own, &now()?)?;
                nothing(Some(saved.id))
            }
            "records" => {
                let wanted = texts(with, "fields");
                let records = self.diary().records(kind(with), &Span::default())?;
                let one = |record: &tidemark_mobile::DiaryRecord| {
                    let mut said = Map::new();
                    said.insert("revision".to_owned(), json!(record.revision));
                    for field in record.fields.iter().filter(|field| wanted.contains(&field.name)) {
                        said.insert(field.name.clone(), json!(field.text));
                    }
                    Value::from(said)
                };
                answer(records.iter().map(one).collect())
            }
            "import_preview" | "import_apply" => self.import(call, with, &now()?)?,
            "import_undo" => {
                let keep = with.get("keep_edited").and_then(Value::as_bool).unwrap_or(false);
                let undone = self.diary().undo_import("last", keep, &now()?)?;
                answer(json!({
                    "removed": undone.removed, "edited": undone.edited, "with_them": undone.with_them,
                }))
            }
            "backup" => {
                let written = self.diary().backup(&self.path(with, "path"), None, None, &now()?)?;
                answer(json!({ "verified": written.verified }))
            }
            "backup_contents" => {
                let path = self.path(with, "path");
                let found = open_backup(&path, text(with, "passphrase").to_owned())?.contents();
                let tables: Map<String, Value> =
                    found.tables.iter().map(|t| (t.table.clone(), json!(t.rows))).collect();
                let (from, to) = found.period.map(|period| (period.from, period.to)).unzip();
                answer(json!({ "from": from, "to": to, "tables": tables }))
            }
            "restore" => {
                self.shut()?;
                let (path, passphrase) = (self.path(with, "path"), text(with, "passphrase").to_owned());
                let target = self.path(with, "diary");
                let replace = with.get("replace").and_then(Value::as_bool).unwrap_or(false);
                let backup = open_backup(&path, passphrase.clone())?;
                backup.restore(&target, None, replace, None, &now()?)?;
                self.diary = Some(OpenDiary::open_with_passphrase(&target, passphrase)?);
                nothing(None)
            }
            "settings" => {
                let settings = self.diary().settings()?;
                answer(json!({
                    "rollover_min": settings.rollover_min, "hide_before": settings.hide_before,
                    "paper": format!("{:?}", settings.paper).to_lowercase(), "region": settings.region,
                    "private_notifications": settings.private_notifications,
                }))
            }
            "set_setting" => {
                let minutes = u16::try_from(with["rollover_min"].as_u64().unwrap()).unwrap();
                self.diary().set_setting(Setting::Rollover { minutes })?;
                nothing(None)
            }
            "choose_starter_set" => {
                self.diary().choose_starter_set(text(with, "id"), RecordedBy::Own, &now()?)?;
                nothing(None)
            }
            "report" => {
                let (path, made_at) = (self.path(with, "path"), now()?);
                let day = |name| text(with, name).to_owned();
                let options = ReportOptions {
                    made_at,
                    paper: tidemark::Paper::A4,
                    period: Some(Period { from: day("from"), to: day("to") }),
                    name: None,
                    included: None,
                };
                let written = self.diary().write_report(&path, &options, None)?;
                answer(json!({ "pages": written.pages, "sha256": sha256(Path::new(&path)) }))
            }
            other => panic!("no call {other}"),
        })
    }

    fn import(&self, call: &str, with: &Map<String, Value>, now: &Moment) -> Result<Done, DiaryError> {
        let request = ImportRequest {
            path: top().join(text(with, "file")).display().to_string(),
            format: maybe(with, "format").map(|code| match code {
                "daylio" => ImportFormat::Daylio,
                other => panic!("no format {other}"),
            }),
            column_map: None,
            answers: texts(with, "answers"),
            zone_id: maybe(with, "zone_id").map(str::to_owned),
        };
        let skip_rejected = with.get("skip_rejected").and_then(Value::as_bool).unwrap_or(false);
        let choices = ImportChoices { skip_rejected, restore_deleted: false };
        let diary = self.diary();
        let pending = diary.read_import(&request, now)?;
        if call == "import_apply" {
            let counts = diary.apply_import(&pending, choices, None, now)?.counts;
            return Ok(answer(json!({
                "new": counts.new, "same": counts.same, "deleted": counts.deleted, "restored": counts.restored,
            })));
        }
        let shown = diary.preview_import(&pending, choices)?;
        let (from, to) = shown.period.map(|period| (period.from, period.to)).unzip();
        Ok(answer(json!({
            "format": shown.format, "new": shown.counts.new, "same": shown.counts.same,
            "deleted": shown.counts.deleted, "rejected": shown.rejected, "empty_rows": shown.empty_rows,
            "left_out_rows": shown.left_out_rows, "new_measures": shown.new_measures, "from": from, "to": to,
        })))
    }
}

fn draft(modality: &str, started_at: Moment) -> SessionDraft {
    SessionDraft {
        started_at,
        ending: Ending::NotHeld,
        status: SessionStatus::Planned,
        modality: Modality::from_code(modality).unwrap(),
        recorded_by: RecordedBy::Own,
        secondary: vec![],
        planned_min: None,
        reason: None,
        pressure_asked: None,
        pressure_felt: None,
        areas: vec![],
        note: None,
        ratings: vec![],
        overlap: false,
        details: vec![],
    }
}

fn trend(t: &tidemark_mobile::Trend) -> Value {
    let points = t.points.iter().map(|p| json!([p.day, decimal(p.value), p.mode.code()]));
    let gaps = t.gaps.iter().map(|g| json!([g.from, g.to, g.days]));
    let level = match &t.level {
        LevelFigure::Drawn { band } => {
            let last = band.days.last().map(|d| json!([decimal(d.level), decimal(d.low), decimal(d.high)]));
            json!({ "days": band.days.len(), "last": last })
        }
        LevelFigure::Silent { silence } => silent(silence),
    };
    let drift = match &t.drift {
        DriftFigure::Estimated { drift } => json!({
            "slope": decimal(drift.slope_per_30_days), "low": decimal(drift.interval.low),
            "high": decimal(drift.interval.high), "n": drift.n,
        }),
        DriftFigure::Silent { silence } => silent(silence),
    };
    json!({
        "measure_id": t.measure_id, "n": t.n, "n_missing": t.n_missing, "min": decimals(t.min),
        "max": decimals(t.max), "median": decimals(t.median), "points": points.collect::<Vec<_>>(),
        "gaps": gaps.collect::<Vec<_>>(), "level": level, "drift": drift, "cautions": t.cautions,
        "sentences": t.sentences.iter().map(|s| s.text.clone()).collect::<Vec<_>>(),
    })
}

fn change(c: &tidemark_mobile::SessionChange) -> Value {
    let figure = match &c.change {
        ChangeFigure::Estimated { change } => json!({
            "is_mean": change.is_mean, "estimate": decimal(change.estimate),
            "low": decimal(change.interval.low), "high": decimal(change.interval.high), "n": change.n,
        }),
        ChangeFigure::Silent { silence } => silent(silence),
    };
    json!({
        "measure_id": c.measure_id, "sessions": c.sessions, "n": c.n, "before_median": decimals(c.before_median),
        "after_median": decimals(c.after_median), "lower": c.counts.lower, "same": c.counts.same,
        "higher": c.counts.higher, "change": figure, "cautions": c.cautions,
        "sentences": c.sentences.iter().map(|s| s.text.clone()).collect::<Vec<_>>(),
    })
}
