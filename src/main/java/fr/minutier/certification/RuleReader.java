package fr.minutier.certification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads of a definition who may come, who judges, and what the référentiel names. */
final class RuleReader {
    private static final Pattern SHARE = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    private final DefinitionReader definition;

    RuleReader(DefinitionReader definition) {
        this.definition = definition;
    }

    Set<Route> routes(YamlMapping root) {
        Set<Route> routes = EnumSet.noneOf(Route.class);
        for (String word : root.texts("voies")) {
            Optional<Route> found = EnumSet.allOf(Route.class).stream()
                    .filter(route -> route.label().equals(word))
                    .findFirst();
            found.ifPresent(routes::add);
            if (found.isEmpty() && !word.isEmpty()) {
                root.faultAt("voies", "voie inconnue «\u00a0" + word + "\u00a0»");
            }
        }
        return routes;
    }

    Optional<JuryRule> jury(YamlMapping jury) {
        int before = definition.faults();
        List<String> colleges = jury.texts("colleges");
        Optional<JuryRule.Chair> chair = jury.optionalMapping("presidence").map(rule -> {
            JuryRule.Chair read = new JuryRule.Chair(rule.texts("colleges"), definition.source(rule));
            rule.allRead();
            return read;
        });
        Optional<JuryRule.Professionals> professionals =
                jury.optionalMapping("professionnels").flatMap(this::professionals);
        SeatRules seats = new PersonRuleReader(definition).seats(jury);
        jury.allRead();
        return definition.made(before, jury, () -> new JuryRule(colleges, chair, professionals, seats));
    }

    private Optional<JuryRule.Professionals> professionals(YamlMapping rule) {
        int before = definition.faults();
        String employers = rule.text("employeurs");
        String employees = rule.text("salaries");
        String part = rule.text("part");
        Source source = definition.source(rule);
        rule.allRead();
        Matcher share = SHARE.matcher(part);
        boolean fraction = share.matches();
        if (!fraction && !part.isEmpty()) {
            rule.faultAt("part", "«\u00a0part\u00a0» est une fraction, par exemple 1/4");
        }
        return definition.made(
                before,
                rule,
                () -> new JuryRule.Professionals(
                        employers,
                        employees,
                        Integer.parseInt(share.group(1)),
                        Integer.parseInt(share.group(2)),
                        source));
    }

    /** Labels, each alone or with its number and those that it is divided into; an absent list is empty. */
    List<Activity> activities(YamlMapping parent, String key) {
        List<Activity> activities = new ArrayList<>();
        for (Object item : parent.textsOrMappings(key)) {
            if (item instanceof YamlMapping activity) {
                activities.add(new Activity(
                        activity.textOr("code", ""), activity.text("intitule"), activities(activity, "activites")));
                activity.allRead();
            } else {
                activities.add(new Activity("", item.toString(), List.of()));
            }
        }
        return activities;
    }
}
