-- Ways to join: two signatures.
return {
  -- The first one waits for the second
  ["confirm.title.waiting"] = "Now we wait for the second signature",
  ["confirm.title.lapsed"] = "The time ran out",
  ["confirm.waiting"] = "We have emailed {email}. That person needs to sign too, by {day}.",
  ["confirm.waiting-text"] = "You get an email when it is done. Until then nothing is shown to others. Was the address wrong? Please contact us.",
  ["confirm.lapsed"] = "The second signature did not come in time, so you have not joined. Nothing has been shown to others.",
  ["confirm.again"] = "Fill in the form again",

  -- The second one signs
  ["sign.title"] = "Sign for your organisation",
  ["sign.title.open"] = "Sign for your organisation",
  ["sign.title.done"] = "Thank you! Now both have signed",
  ["sign.title.lapsed"] = "The time ran out",
  ["sign.title.taken"] = "The organisation has already joined",
  ["sign.title.unknown"] = "The link does not work",
  ["sign.open"] = "{name} wants to join {brand}, and you have been named as the other person who signs.",
  ["sign.open-text"] = "Please read this through. When you press the button at the end, the organisation has joined. You can sign until {day}.",
  ["sign.button"] = "Sign",
  ["sign.not-you"] = "Are you not the one who should sign? Close the page, and nothing happens.",
  ["sign.done"] = "{name} has joined.",
  ["sign.done-text"] = "An email with the link to the welcome package has been sent to whoever filled in the form.",
  ["sign.lapsed"] = "The second signature did not come in time, so the organisation has not joined. Nothing has been shown to others.",
  ["sign.taken"] = "The organisation has already joined in another way. There is nothing more to do.",

  ["commitment.signatures"] = "Signed",
  ["commitment.by.first"] = "by whoever filled in the form, {day}",
  ["commitment.by.second"] = "by one more person, {day}",

  ["problem.same-address"] = "The other person who signs needs an email address of their own. Write another one in “{label}”",

  -- Emails
  ["mail.sign.subject"] = "Sign that {name} joins {brand}",
  ["mail.sign.heading"] = "Your signature is needed",
  ["mail.sign.text"] = "{name} wants to join {brand}. You have been named as the other person who signs. Follow the link, read the letter and the answers, and press the button if all is right.",
  ["mail.sign.button"] = "Read and sign",
  ["mail.sign.until"] = "You can sign until {day}. Nothing is shown to others before both have signed.",
  ["mail.sign.not-you"] = "Is this a mistake? Then there is nothing you need to do.",
  ["mail.sign-again.subject"] = "Reminder: your signature for {name} in {brand}",
  ["mail.sign-again.heading"] = "Your signature is still missing",
  ["mail.sign-again.text"] = "{name} waits for your signature in order to join {brand}. You can sign until {day}.",
  ["mail.sign-waits.subject"] = "Reminder: a signature is missing for {name} in {brand}",
  ["mail.sign-waits.heading"] = "The second signature is missing",
  ["mail.sign-waits.text"] = "{name} has not joined {brand} yet. We are waiting for the second signature, which is needed by {day}.",
  ["mail.sign-waits.what"] = "Please remind your colleague. We have just emailed a new link there.",
  ["mail.sign-lapsed.subject"] = "{name} has not joined {brand}",
  ["mail.sign-lapsed.heading"] = "The time ran out",
  ["mail.sign-lapsed.text"] = "The second signature for {name} did not come in time. So the organisation has not joined {brand}, and nothing has been shown to others.",
  ["mail.sign-lapsed.button"] = "Fill in the form again",
}
