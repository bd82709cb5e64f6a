//! `QuestionnaireResponse`: the numbered items of a questionnaire with their scores and without their words. It goes along
//! only when the person ticks the items.

use serde::Serialize;
use tidemark_model::{FilledBy, InstrumentResult, ItemScore, RecordId, Recorded};

use super::extension::Extension;
use super::narrative::{Html, Narrative};
use super::resource_id::{Reference, ResourceId};
use super::{Context, code, when, words};

/// `QuestionnaireResponse`.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "resourceType")]
pub(super) struct QuestionnaireResponse {
    id: ResourceId,
    text: Narrative,
    extension: Vec<Extension>,
    questionnaire: &'static str,
    status: &'static str,
    subject: Reference,
    authored: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Reference>,
    source: Reference,
    item: Vec<Item>,
}

#[derive(Clone, Debug, Serialize)]
struct Item {
    #[serde(rename = "linkId")]
    number: String,
    answer: [ItemAnswer; 1],
}

#[derive(Clone, Copy, Debug, Serialize)]
struct ItemAnswer {
    #[serde(rename = "valueInteger")]
    score: u8,
}

impl QuestionnaireResponse {
    /// The id of the response behind a total; none unless items are ticked and were given.
    pub(super) fn id_of(context: &Context, result: &Recorded<InstrumentResult>) -> Option<ResourceId> {
        let tells = context.ticked.items && !result.items.is_empty();
        let known = code::questionnaire(result.instrument).is_some();
        (tells && known).then(|| ResourceId::derived("QuestionnaireResponse", &result.id.to_bytes()))
    }

    /// Its id.
    pub(super) const fn id(&self) -> ResourceId {
        self.id
    }

    /// The response; none where there is no id for it.
    pub(super) fn of(context: &Context, result: &Recorded<InstrumentResult>) -> Option<Self> {
        let id = Self::id_of(context, result)?;
        let questionnaire = code::questionnaire(result.instrument)?;
        let mut items = result.items.clone();
        items.sort_unstable();
        let mut extension = vec![Extension::logical_date(result.logical_date)];
        extension.extend(Extension::recorded_by(result.stamp.recorded_by));
        let mut html = Html::default();
        let name = code::instrument_name(result.instrument);
        html.paragraph(&format!("{name}, {}", words::day(result.logical_date)));
        let rows = items.iter().map(|item| vec![item.number.to_string(), item.score.to_string()]);
        html.table(&["Item", "Score"].map(str::to_owned), rows);
        let own = matches!(result.filled_by, FilledBy::Own | FilledBy::Helped);
        Some(Self {
            id,
            text: Narrative::generated(html),
            extension,
            questionnaire,
            status: if result.stamp.revision > 1 { "amended" } else { "completed" },
            subject: context.patient.reference(),
            authored: when::moment(result.taken_at),
            author: own.then(|| context.patient.reference()),
            source: context.patient.reference(),
            item: items.into_iter().map(item).collect(),
        })
    }
}

fn item(item: ItemScore) -> Item {
    Item { number: item.number.to_string(), answer: [ItemAnswer { score: item.score }] }
}
