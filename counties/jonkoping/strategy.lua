-- Jönköping: strategin och dess tre teman. Temana är länets egna och inte de nationella delmålen.

strategy "lansstrategi" {
  title = "Strategi för jämställdhet i Jönköpings län",
  lead = "Så har kvinnor och män det i länet, och det här gör vi åt saken först.",
  text = text "texts/strategi.md",

  area "makt-och-delaktighet" {
    title = "Makt och delaktighet",
    summary = "Kvinnor och män har samma inflytande, i politiken, i arbetslivet och i föreningslivet.",
  },

  area "utbildning-och-arbetsliv" {
    title = "Utbildning och arbetsliv",
    summary = "Val av utbildning och yrke styrs av intresse, och arbete lönar sig lika.",
  },

  area "vald-och-normer" {
    title = "Våld och destruktiva normer",
    summary = "Våldet upphör, och de normer som bär det bryts.",
  },

  process "planering" { title = "Planering", question = "Vilka följder får förslaget för kvinnor och för män?" },
  process "budget" { title = "Budget", question = "Kommer pengarna kvinnor och män till del på lika villkor?" },
  process "genomforande" { title = "Genomförande", question = "Får alla samma bemötande och samma chans?" },
  process "uppfoljning" { title = "Uppföljning", question = "Nådde vi både kvinnor och män?" },
}
