-- Vem som helst kan ansluta sig, men bara när en strategi gäller.

join {
  act = { sv = "Var med", en = "Join us" },
  binding = true,
  between = "closed",
  letter_title = { sv = "Överenskommelse", en = "Agreement" },
  letter = {
    sv = "Vi, {name}, arbetar med {areas} i {genitive} kommuner från den {date}.",
    en = "We, {name}, work with {areas} from {date}.",
  },

  step "ni" {
    title = { sv = "Vilka ni är", en = "Who you are" },
    question.name "name" { label = { sv = "Vad heter ni?", en = "What is your name?" } },
    question.kind "kind" { label = { sv = "Vad är ni?", en = "What are you?" } },
    question.municipality "place" {
      label = { sv = "Var verkar ni?", en = "Where do you work?" },
      required = true,
    },
    question.areas "focus" {
      label = { sv = "Vad vill ni arbeta med?", en = "What do you want to work with?" },
      profile = { sv = "Arbetar med", en = "Works with" },
      required = true,
      most = 2,
    },
    question.by_sex "people" {
      label = { sv = "Hur många är ni?", en = "How many are you?" },
      profile = { sv = "Antal", en = "Number" },
      other = true,
      other_label = { sv = "Uppgift saknas", en = "Not known" },
      public = true,
    },
    question.email "email" {
      label = { sv = "E-post", en = "E-mail" },
      purpose = { sv = "Dit skickar vi länken.", en = "We send the link there." },
      keep = "with membership",
    },
  },
}
