-- The portal has only the name of this language so far; the rest comes from the
-- next language of the chain (docs/guide/sprak.md).
return {
  ["language.name"] = "Meänkieli",
}
