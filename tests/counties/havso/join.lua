-- Hur en organisation, en del av en eller flera tillsammans ansluter sig.

-- Tolv rubriker med tio frågor var: det längsta formulär som någon har bett om.
local topics = {
  { "styrning", "Styrning och ledning" },
  { "personal", "Personal" },
  { "loner", "Löner" },
  { "rekrytering", "Rekrytering" },
  { "arbetsmiljo", "Arbetsmiljö" },
  { "service", "Service till dem ni finns till för" },
  { "kommunikation", "Kommunikation" },
  { "pengar", "Pengar och inköp" },
  { "lokaler", "Lokaler och platser" },
  { "resor", "Resor" },
  { "trygghet", "Trygghet och våld" },
  { "uppfoljning", "Uppföljning" },
}
local asked = {
  "Vem ansvarar för frågan hos er?",
  "Vad har ni gjort det senaste året?",
  "Vad planerar ni att göra?",
  "Vilka har varit med och bestämt?",
  "Vad har blivit bättre för kvinnor?",
  "Vad har blivit bättre för män?",
  "Vad hindrar er?",
  "Vilket stöd behöver ni?",
  "Hur vet ni att det ni gör har verkan?",
  "Vad vill ni berätta för andra?",
}

local function long_step(topic)
  local body = { title = topic[2] }
  for number, label in ipairs(asked) do
    body[number] = question.text(topic[1] .. "_" .. number) { label = label, longest = 300 }
  end
  return step(topic[1])(body)
end

join {
  act = "Anslut er",
  letter_title = "Avsiktsförklaring",
  letter = text "texts/avsikt.md",

  step "organisation" {
    title = "Er organisation",
    question.name "name" { label = "Vad heter ni?" },
    question.kind "kind" { label = "Vad är ni för slags organisation?" },
    question.member "within" {
      label = "Vilken ansluten organisation är ni en del av?",
      profile = "Del av",
      report = "Del av",
      of = { "municipality", "region", "state" },
      shown_when = kind_is("municipality", "state"),
    },
    question.bodies "bodies" {
      label = "Vilka ingår?",
      required = true,
      most = 6,
      shown_when = kind_is "joint",
    },
    question.organisation_number "org_number" {
      label = "Organisationsnummer",
      shown_when = none_of { kind_is "joint" },
    },
    question.municipality "municipality" { label = "Kommun" },
    question.email "email" {
      label = "E-post",
      purpose = "Dit skickar vi länken som bekräftar anslutningen.",
      keep = "1 year after leaving",
    },
    question.areas "focus" { label = "Vad vill ni arbeta med?", required = true },
    question.by_sex "staff" {
      label = "Hur många är ni?",
      profile = "Anställda",
      other = true,
      public = true,
    },
  },

  long_step(topics[1]),
  long_step(topics[2]),
  long_step(topics[3]),
  long_step(topics[4]),
  long_step(topics[5]),
  long_step(topics[6]),
  long_step(topics[7]),
  long_step(topics[8]),
  long_step(topics[9]),
  long_step(topics[10]),
  long_step(topics[11]),
  long_step(topics[12]),
}
