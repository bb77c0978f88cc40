-- What the county promises itself. No part of the county's own scripts.

persona "en förening" { name = "Åkerby IK", kind = "association" }
