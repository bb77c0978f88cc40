-- Olika sätt att ansluta sig: två underskrifter.
return {
  -- Den första väntar på den andra
  ["confirm.title.waiting"] = "Nu väntar vi på den andra underskriften",
  ["confirm.title.lapsed"] = "Tiden gick ut",
  ["confirm.waiting"] = "Vi har mejlat {email}. Senast den {day} behöver också den personen underteckna.",
  ["confirm.waiting-text"] = "Ni får ett mejl när det är klart. Innan dess visas ingenting för andra. Blev adressen fel? Hör av er till oss.",
  ["confirm.lapsed"] = "Den andra underskriften kom inte i tid, så det blev ingen anslutning. Ingenting har visats för andra.",
  ["confirm.again"] = "Fyll i formuläret igen",

  -- Den andra undertecknar
  ["sign.title"] = "Underteckna anslutningen",
  ["sign.title.open"] = "Underteckna anslutningen",
  ["sign.title.done"] = "Tack! Nu har båda undertecknat",
  ["sign.title.lapsed"] = "Tiden gick ut",
  ["sign.title.taken"] = "Organisationen är redan ansluten",
  ["sign.title.unknown"] = "Länken fungerar inte",
  ["sign.open"] = "{name} vill ansluta sig till {brand}, och ni har angetts som den som också undertecknar.",
  ["sign.open-text"] = "Läs igenom det här. När ni trycker på knappen längst ned är organisationen ansluten. Det går att underteckna till och med den {day}.",
  ["sign.button"] = "Underteckna",
  ["sign.not-you"] = "Är det inte ni som ska underteckna? Stäng sidan, så händer ingenting.",
  ["sign.done"] = "{name} är ansluten.",
  ["sign.done-text"] = "Ett mejl med länken till välkomstpaketet har gått till den som fyllde i formuläret.",
  ["sign.lapsed"] = "Den andra underskriften kom inte i tid, så det blev ingen anslutning. Ingenting har visats för andra.",
  ["sign.taken"] = "Organisationen har redan anslutit sig på ett annat sätt. Ni behöver inte göra något mer.",

  ["commitment.signatures"] = "Undertecknat",
  ["commitment.by.first"] = "av den som fyllde i formuläret, {day}",
  ["commitment.by.second"] = "av ännu en person, {day}",

  ["problem.same-address"] = "Den som också undertecknar behöver en egen e-postadress. Skriv en annan på ”{label}”",

  -- Mejl
  ["mail.sign.subject"] = "Underteckna att {name} ansluter sig till {brand}",
  ["mail.sign.heading"] = "Er underskrift behövs",
  ["mail.sign.text"] = "{name} vill ansluta sig till {brand}. Ni har angetts som den som också undertecknar. Följ länken, läs brevet och svaren, och tryck på knappen om allt stämmer.",
  ["mail.sign.button"] = "Läs och underteckna",
  ["mail.sign.until"] = "Det går att underteckna till och med den {day}. Ingenting visas för andra innan dess att båda har undertecknat.",
  ["mail.sign.not-you"] = "Har det blivit fel? Då behöver ni inte göra något.",
  ["mail.sign-again.subject"] = "Påminnelse: er underskrift för {name} i {brand}",
  ["mail.sign-again.heading"] = "Er underskrift saknas fortfarande",
  ["mail.sign-again.text"] = "{name} väntar på er underskrift för att ansluta sig till {brand}. Det går att underteckna till och med den {day}.",
  ["mail.sign-waits.subject"] = "Påminnelse: en underskrift saknas för {name} i {brand}",
  ["mail.sign-waits.heading"] = "Den andra underskriften saknas",
  ["mail.sign-waits.text"] = "{name} är inte ansluten till {brand} ännu. Vi väntar på den andra underskriften, som behövs senast den {day}.",
  ["mail.sign-waits.what"] = "Påminn gärna er kollega. Vi har just mejlat en ny länk dit.",
  ["mail.sign-lapsed.subject"] = "Anslutningen av {name} till {brand} blev inte klar",
  ["mail.sign-lapsed.heading"] = "Tiden gick ut",
  ["mail.sign-lapsed.text"] = "Den andra underskriften för {name} kom inte i tid. Organisationen är därför inte ansluten till {brand}, och ingenting har visats för andra.",
  ["mail.sign-lapsed.button"] = "Fyll i formuläret igen",
}
