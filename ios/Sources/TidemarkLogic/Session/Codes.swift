//! The names of values in the diary's files and in the catalogue, such as `gentle_deep_tissue`. Each is written out, so that
//! none depends on how the compiler keeps the names of cases.

import TidemarkBindings

/// A value with a name in the diary's files and in the catalogue.
public protocol Coded: CaseIterable {
    var code: String { get }
}

/// The value of that name; none for a name of a later version.
func coded<Value: Coded>(_ code: String?) -> Value? { Value.allCases.first { $0.code == code } }

extension SessionStatus: Coded {
    public var code: String {
        switch self {
        case .planned: "planned"
        case .held: "held"
        case .stoppedEarly: "stopped_early"
        case .cancelled: "cancelled"
        case .missed: "missed"
        }
    }
}

extension Modality: Coded {
    public var code: String {
        switch self {
        case .swedish: "swedish"
        case .shiatsu: "shiatsu"
        case .acupressure: "acupressure"
        case .aromatherapy: "aromatherapy"
        case .restorative: "restorative"
        case .myofascialRelease: "myofascial_release"
        case .gentleDeepTissue: "gentle_deep_tissue"
        case .chair: "chair"
        case .selfMassage: "self_massage"
        case .other: "other"
        case .custom: "custom"
        }
    }
}

extension Region: Coded {
    public var code: String {
        switch self {
        case .headFace: "head_face"
        case .jaw: "jaw"
        case .neck: "neck"
        case .shoulder: "shoulder"
        case .upperBack: "upper_back"
        case .lowerBack: "lower_back"
        case .chest: "chest"
        case .abdomen: "abdomen"
        case .hip: "hip"
        case .arm: "arm"
        case .hand: "hand"
        case .thigh: "thigh"
        case .lowerLeg: "lower_leg"
        case .foot: "foot"
        }
    }
}

extension Side: Coded {
    public var code: String {
        switch self {
        case .left: "left"
        case .right: "right"
        case .both: "both"
        }
    }
}

extension AreaUse: Coded {
    public var code: String {
        switch self {
        case .focus: "focus"
        case .avoid: "avoid"
        }
    }
}

extension MomentKind: Coded {
    public var code: String {
        switch self {
        case .lighter: "lighter"
        case .firmer: "firmer"
        case .moveArea: "move_area"
        case .temperature: "temperature"
        case .sound: "sound"
        case .talkLess: "talk_less"
        case .pause: "pause"
        case .resume: "resume"
        case .stop: "stop"
        }
    }
}

extension Phase: Coded {
    public var code: String {
        switch self {
        case .before: "before"
        case .after: "after"
        case .followUp: "follow_up"
        }
    }
}

extension Kind: Coded {
    public var code: String {
        switch self {
        case .measure: "measure"
        case .checkIn: "check_in"
        case .session: "session"
        case .sessionRating: "session_rating"
        case .sessionMoment: "session_moment"
        case .distressEvent: "distress_event"
        case .medication: "medication"
        case .medicationChange: "medication_change"
        case .goal: "goal"
        case .visit: "visit"
        case .event: "event"
        case .practice: "practice"
        case .reminder: "reminder"
        case .safetyPlan: "safety_plan"
        case .crisisContact: "crisis_contact"
        case .instrumentResult: "instrument_result"
        case .therapist: "therapist"
        case .intakeSheet: "intake_sheet"
        case .careTeamMember: "care_team_member"
        case .sessionPlan: "session_plan"
        case .planAdjustment: "plan_adjustment"
        case .shareLog: "share_log"
        case .backupRecord: "backup_record"
        }
    }
}
