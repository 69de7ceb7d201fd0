package fr.minutier.certification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the optional rules of a definition that speak of persons: who sits, who examines, what is notified, what lapsed. */
final class PersonRuleReader {
    private final DefinitionReader definition;

    PersonRuleReader(DefinitionReader definition) {
        this.definition = definition;
    }

    SeatRules seats(YamlMapping jury) {
        return new SeatRules(
                jury.optionalMapping("vae").flatMap(this::byExperience),
                jury.optionalMapping("voix-limitee").flatMap(this::limitedVote));
    }

    private Optional<SeatRules.ByExperience> byExperience(YamlMapping vae) {
        int before = definition.faults();
        int members = positive(vae, "membres-au-moins");
        Source source = definition.source(vae);
        vae.allRead();
        return definition.made(before, vae, () -> new SeatRules.ByExperience(members, source));
    }

    private Optional<SeatRules.LimitedVote> limitedVote(YamlMapping vote) {
        int before = definition.faults();
        var roles = vote.texts("qualites");
        Source source = definition.source(vote);
        vote.allRead();
        return definition.made(before, vote, () -> new SeatRules.LimitedVote(roles, source));
    }

    Optional<ExaminerRule> examiners(YamlMapping epreuve) {
        return epreuve.optionalMapping("nombre-examinateurs").flatMap(this::examinerRule);
    }

    private Optional<ExaminerRule> examinerRule(YamlMapping rule) {
        int before = definition.faults();
        Map<String, Integer> designated = new LinkedHashMap<>();
        rule.optionalMapping("designes-par").ifPresent(shares -> {
            for (String authority : shares.keys()) {
                designated.put(authority, positive(shares, authority));
            }
            shares.allRead();
        });
        int total = positive(rule, "total");
        Source source = definition.source(rule);
        rule.allRead();
        return definition.made(before, rule, () -> new ExaminerRule(total, designated, source));
    }

    Optional<NotificationDelay> notification(YamlMapping root) {
        return root.optionalMapping("notification-vae").flatMap(delay -> {
            int before = definition.faults();
            int days = positive(delay, "jours");
            Source source = definition.source(delay);
            delay.allRead();
            return definition.made(before, delay, () -> new NotificationDelay(days, source));
        });
    }

    Optional<FormerLapse> lapse(YamlMapping root) {
        return root.optionalMapping("acquis-anciens").flatMap(rule -> {
            int before = definition.faults();
            Optional<LocalDate> until = rule.date("avant");
            if (until.isEmpty() && definition.faults() == before) {
                rule.faultAt("avant", "«\u00a0avant\u00a0» manque");
            }
            int years = positive(rule, "annees");
            Source source = definition.source(rule);
            rule.allRead();
            return definition.made(before, rule, () -> new FormerLapse(years, until.orElseThrow(), source));
        });
    }

    private static int positive(YamlMapping mapping, String key) {
        String number = mapping.text(key);
        if (number.matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(number);
        }
        if (!number.isEmpty()) {
            mapping.faultAt(key, "«\u00a0" + key + "\u00a0» est un nombre entier d’au moins 1");
        }
        return 1;
    }
}
