//! What a style of massage is called where it stands alone, in a table.

use tidemark_model::Modality;

use crate::wording::text;

/// The name of a style, such as `myofascial release`.
pub(crate) fn style_name(modality: Modality) -> String {
    text(match modality {
        Modality::Swedish => "part.style.swedish",
        Modality::Shiatsu => "part.style.shiatsu",
        Modality::Acupressure => "part.style.acupressure",
        Modality::Aromatherapy => "part.style.aromatherapy",
        Modality::Restorative => "part.style.restorative",
        Modality::MyofascialRelease => "part.style.myofascial_release",
        Modality::GentleDeepTissue => "part.style.gentle_deep_tissue",
        Modality::Chair => "part.style.chair",
        Modality::SelfMassage => "part.style.self_massage",
        Modality::Other => "part.style.other",
        Modality::Custom => "part.style.custom",
    })
}
