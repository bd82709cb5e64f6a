#!/usr/bin/env bash
# Made this diary, once, with the command line of schema 3: make.sh TIDEMARK FOLDER. Never run again for this folder; a
# diary of schema 3 in the field looks like what lies here.
set -euo pipefail
tidemark=$1 out=$2
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
export TZ=Europe/Dublin
printf 'golden diary passphrase\n' >"$room/pass"
at() { # at TIME COMMAND…: as if it were that time
  local now=$1
  shift
  "$tidemark" --now "$now" "$@" --key-file "$room/key"
}
"$tidemark" --now 2026-10-01T09:00:00+01:00 new "$room/d" --passphrase-file "$room/pass" --key-file "$room/key"
d=$room/d
at 2026-10-01T09:01:00+01:00 settings "$d" rollover=03:00 paper=letter region=IE hide_before=false
at 2026-10-01T09:02:00+01:00 measure add "$d" worry --min 1 --max 7 --direction higher_worse --anchor-high 'as bad as can be'
at 2026-10-01T21:00:00+01:00 check-in "$d" stress=7 mood=3 worry=6 sleep_duration=6h30 --practice breathing,movement
at 2026-10-02T09:00:00+01:00 measure edit "$d" worry --max 10
at 2026-10-02T21:00:00+01:00 check-in "$d" stress=6 mood=skip worry=9 --note $'two lines\nand an emoji 🙂'
at 2026-10-02T21:05:00+01:00 entry edit "$d" last stress=5 note= --reason 'typed the wrong number'
at 2026-10-03T02:30:00+01:00 check-in "$d" energy=2
at 2026-10-04T20:00:00+01:00 check-in "$d" stress=1
at 2026-10-04T20:01:00+01:00 undo "$d"
at 2026-10-05T09:00:00+01:00 medication add "$d" name='Medicine A' strength='5 mg' dose='one in the morning' times=08:00 \
  times=20:30 purpose=sleep prescriber='Dr B' start=2026-09-01 touch_notes=drowsy touch_notes=bruises touch_words='heavy arms'
at 2026-10-06T09:00:00+01:00 medication-change add "$d" medication_id=last kind=up from='5 mg' to='10 mg' by_whom='Dr B' reason='still awake'
at 2026-10-07T09:58:00+01:00 session start "$d" --modality shiatsu --planned 60 --pressure 2 --before stress=7,pain=5
at 2026-10-07T10:10:00+01:00 session feedback "$d" firmer --note 'left shoulder'
at 2026-10-07T10:20:00+01:00 session pause "$d"
at 2026-10-07T10:25:00+01:00 session resume "$d"
at 2026-10-07T10:58:00+01:00 session finish "$d" --after stress=3,pain=4
at 2026-10-07T11:10:00+01:00 session edit "$d" last pressure_felt=3 place=home cues='soft light' cues='no | music' draping=blanket \
  oils=tolerated:lavender oils='not_tolerated:tea tree' consent_discussed=true stop_signal='two taps' comfort_needs='a pillow' \
  approach=trauma_informed aftercare=water aftercare=rest unwanted=soreness:120:3
at 2026-10-07T11:20:00+01:00 distress add "$d" kind=tearful session_id=last intensity=4 what_helped='a pause' told=massage_therapist resumed=true
at 2026-10-08T09:30:00+01:00 session rate "$d" last --phase follow_up stress=4 pain=3
at 2026-10-09T12:00:00+01:00 session add "$d" --modality chair --status missed --reason 'bus was late' --at 2026-10-09T11:00
at 2026-10-10T12:00:00+01:00 goal add "$d" text='sleep through' measure_id=sleep_quality why='work' review_on=2026-12-01 discussed_with='Dr B'
at 2026-10-11T12:00:00+01:00 goal edit "$d" last status=paused --reason holiday
at 2026-10-12T12:00:00+01:00 event add "$d" kind=travel start=2026-10-12 end=2026-10-15 label='by the sea'
at 2026-10-13T12:00:00+01:00 practice add "$d" kind=mindfulness minutes=20
at 2026-10-14T12:00:00+01:00 practice add "$d" kind=movement
at 2026-10-14T12:01:00+01:00 practice remove "$d" last --reason 'was another day'
at 2026-10-15T12:00:00+01:00 instrument add "$d" instrument=gad_7 total=12 items=1:1 items=2:1 items=3:2 items=4:0 items=5:3 items=6:2 items=7:3 filled_by=helped
at 2026-10-15T12:05:00+01:00 instrument add "$d" instrument=isi total=14 place='at the practice'
at 2026-10-16T12:00:00+01:00 visit add "$d" --at 2026-10-20T14:30 --with 'Dr B' kind=psychiatrist questions='=why?' questions='how | long?' outcome='come back in May'
at 2026-10-17T12:00:00+01:00 reminder add "$d" kind=check_in wall_clock=21:00 days=mon days=sun quiet_from=22:00 quiet_to=07:30
at 2026-10-17T12:01:00+01:00 reminder add "$d" kind=follow_up elapsed_min=1440 wording=plain
at 2026-10-18T12:00:00+01:00 safety add "$d" signs='no sleep' what_helps='fresh air' people=Ann reasons='the garden' open_sections=people
at 2026-10-18T12:01:00+01:00 contact add "$d" region=IE service=Ann number='+353 1 234' text=50808 hours=always language=en verified_on=2026-10-18 origin=own open=true
at 2026-10-25T01:30:00+00:00 check-in "$d" stress=2 --recorded-by helped
# Schema 3: people, sheets, plans, what left, imports.
at 2026-10-26T13:00:00+00:00 therapist add "$d" name=Kim practice='The Quiet Room' contact='01 234' region=IE credential_type=Licence \
  credential_number=12 credential_on=2025-09-01 styles=swedish styles=shiatsu languages=English first_visit_fit=$'easy to\ntalk to'
at 2026-10-26T13:01:00+00:00 checklist set "$d" licence --status confirmed --how seen --note 'number: on the wall | left'
at 2026-10-26T13:02:00+00:00 checklist set "$d" first_talk --status unsure
at 2026-10-26T13:03:00+00:00 therapist add "$d" name=Lee
at 2026-10-26T13:04:00+00:00 therapist remove "$d" last --reason 'moved away'
at 2026-10-26T13:05:00+00:00 care-team add "$d" name='Dr B' role=psychiatrist contact=b@example.org share=trends share=medicines
at 2026-10-26T13:06:00+00:00 care-team add "$d" name=Ann role=caregiver
at 2026-10-26T13:07:00+00:00 intake add "$d" name=Robin pronouns=they history='bad knee:2019:swells after walks' history=asthma \
  circulation=no fever=rather_not_say medicines=last allergies=oil:lavender allergies=latex pressure=2 areas=avoid:neck:left \
  stop_signal='two taps' triggers='a door | that bangs' permission_to_talk=ask_me
at 2026-10-26T13:08:00+00:00 intake share "$d" history
at 2026-10-26T13:09:00+00:00 intake add "$d" skin=yes concerns=$'two lines\nof them'
at 2026-10-26T13:10:00+00:00 plan add "$d" aim='sleep through' modality=swedish pressure=3 minutes=60 frequency='2 per week' \
  preferred_days=mon preferred_times=10:30 keep_apart=talking_therapy:4 if_distress='stop | open the window' agreed_with=Kim
at 2026-10-26T13:20:00+00:00 session add "$d" --modality swedish --minutes 60 --at 2026-10-26T12:00 --before stress=6 --after stress=3
at 2026-10-26T13:21:00+00:00 session edit "$d" last therapist_id=last
at 2026-10-27T09:00:00+00:00 plan adjust "$d" --field pressure --to 2 --reason comfort --decided-by together minutes=75
at 2026-10-27T09:01:00+00:00 plan adjust "$d" --field review_on --to 2026-12-01 --reason schedule
printf 'FeatureName,Timestamp,Value,Label,Note\nTea,2026-09-01T10:00:00Z,3.0,,\nTea,2026-09-02T10:00:00Z,4.0,green,\n\
Tea,2026-09-31T10:00:00Z,4.0,,\n' >"$room/tea.csv"
at 2026-10-28T09:00:00+00:00 import "$d" "$room/tea.csv" --map Tea=0..20 --skip-rejected --apply
tea=$(at 2026-10-28T09:01:00+00:00 log "$d" --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["entries"][0]["id"])')
at 2026-10-28T09:01:00+00:00 entry edit "$d" "$tea" note='after lunch'
printf 'FeatureName,Timestamp,Value,Label,Note\nSteps,2026-09-03T10:00:00Z,4000,,\nSteps,2026-09-04T10:00:00Z,6000,,\n' >"$room/steps.csv"
at 2026-10-28T10:00:00+00:00 import "$d" "$room/steps.csv" --apply
at 2026-10-28T10:01:00+00:00 import "$d" --undo last
at 2026-10-29T09:00:00+00:00 report "$d" --pdf "$room/page.pdf" --csv "$room/tables" --include notes
at 2026-10-29T09:01:00+00:00 share-log edit "$d" last to='Dr B'
at 2026-10-29T09:02:00+00:00 backup "$d" "$room/b.backup" --place 'the stick in the drawer'
at 2026-10-30T12:00:00+00:00 verify "$d"
mkdir -p "$out"
cp "$d/diary.db" "$d/recovery.age" "$d/open.json" "$out/"
at 2026-10-30T12:01:00+00:00 log "$d" --json >"$out/expected.json"
python3 "$(dirname "${BASH_SOURCE[0]}")/../rows.py" "$room/key" "$out" >"$out/rows.json"
