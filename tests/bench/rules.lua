-- Rules as counties write them, from the smallest to one that looks at
-- everything an organisation may have answered. bench_rules runs them in the
-- sandbox and in a plain Lua state.

rule("one answer", function(member)
  return member.employees == nil or member.employees.women + member.employees.men < 250
end)

rule("lists", function(member)
  local chosen = 0
  for _, area in ipairs(member.focus) do
    if area == "makt" or area == "ekonomi" or area == "halsa" then
      chosen = chosen + 1
    end
  end
  return chosen >= 2 and #member.goals > 0 and member.kind ~= "company"
end)

rule("every goal with every other", function(member)
  local twins = 0
  for i = 1, #member.goals do
    for j = i + 1, #member.goals do
      local a, b = member.goals[i], member.goals[j]
      if a.area == b.area and a.year == b.year and a.text ~= b.text then
        twins = twins + 1
      end
    end
  end
  return twins > #member.goals
end)
