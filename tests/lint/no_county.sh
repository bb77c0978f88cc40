#!/usr/bin/env bash
# No county's name stands in engine/, and no sentence that visitors read: a
# string literal there is not Swedish. The words of county scripts are told of
# in both languages, which is what the files below are for.
. "$(dirname "$0")/lib.sh"

counties='blekinge|dalarna|gotland|gävleborg|gavleborg|halland|jämtland'
counties+='|jamtland|jönköping|jonkoping|kalmar|kronoberg|norrbotten|skåne'
counties+='|skane|stockholm|södermanland|sodermanland|uppsala|värmland'
counties+='|varmland|västerbotten|vasterbotten|västernorrland|vasternorrland'
counties+='|västmanland|vastmanland|västra.götaland|vastra.gotaland|örebro'
counties+='|orebro|östergötland|ostergotland'

# The vocabulary's help, the sentences of faults, rules in words, the report of
# `anslut check`, which is for the county's web administrators, and what other
# commands print for operators.
bilingual='^engine/(county/(words_[a-z_]+\.c|faults(_[a-z]+)?\.def|fault_pages_[a-z]+\.c)'
bilingual+='|county/(diag|explain|compare_words|compare_value)\.c|reference/[a-z]+\.c|county/reasons\.def|trial/sentences\.def|app/(errands\.def|(backup|check|diff|history|impact|invite|new|register|renew|rollback|verify|versions)\.c)):'

swedish='[åäöÅÄÖ]|[a-z]\\(u00(e[45]|f6)|xc3\\x(a[45]|b6))'
swedish+='|\b(och|eller|inte|ska|skall|vilka|vilken|vilket|hur|varför|kvinnor'
swedish+='|män|jämställdhet|organisationen|organisationer|uppgifter|svara'
swedish+='|fyll|ange|ert|era|vårt|våra)\b'

{
  sources "c h def lua" engine |
    xargs -r grep -niE "$counties" |
    sed -E 's#Europe/Stockholm##g' | grep -iE "^[^:]*:[0-9]*:.*($counties)" |
    sed -E 's/^([^:]*:[0-9]*):.*/\1: names a county/'
  sources "c h def" engine | while read -r file; do literals "$file"; done |
    grep -vE "$bilingual" | grep -iE "^[^:]*:[0-9]*:.*($swedish)" |
    sed -E 's/^([^:]*:[0-9]*):(.*)/\1: Swedish text in C: "\2"/'
} | finish
