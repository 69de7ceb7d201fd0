package fr.minutier.certification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the optional rules of a definition that speak of persons: who sits, who examines, what is notified, what lapsed. */
final class PersonRuleReader {
    private final DefinitionReader reader;

    PersonRuleReader(DefinitionReader reader) {
        this.reader = reader;
    }

    SeatRules seats(YamlMapping jury) throws InvalidDefinition {
        return new SeatRules(byExperience(jury), limitedVote(jury));
    }

    private Optional<SeatRules.ByExperience> byExperience(YamlMapping jury) throws InvalidDefinition {
        Optional<YamlMapping> vae = jury.optionalMapping("vae");
        if (vae.isEmpty()) {
            return Optional.empty();
        }
        SeatRules.ByExperience read =
                new SeatRules.ByExperience(positive(vae.get(), "membres-au-moins"), reader.source(vae.get()));
        vae.get().allRead();
        return Optional.of(read);
    }

    private Optional<SeatRules.LimitedVote> limitedVote(YamlMapping jury) throws InvalidDefinition {
        Optional<YamlMapping> vote = jury.optionalMapping("voix-limitee");
        if (vote.isEmpty()) {
            return Optional.empty();
        }
        SeatRules.LimitedVote read = new SeatRules.LimitedVote(vote.get().texts("qualites"), reader.source(vote.get()));
        vote.get().allRead();
        return Optional.of(read);
    }

    Optional<ExaminerRule> examiners(YamlMapping epreuve) throws InvalidDefinition {
        Optional<YamlMapping> rule = epreuve.optionalMapping("nombre-examinateurs");
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> designated = new LinkedHashMap<>();
        Optional<YamlMapping> shares = rule.get().optionalMapping("designes-par");
        if (shares.isPresent()) {
            for (String authority : shares.get().keys()) {
                designated.put(authority, positive(shares.get(), authority));
            }
            shares.get().allRead();
        }
        ExaminerRule read = new ExaminerRule(positive(rule.get(), "total"), designated, reader.source(rule.get()));
        rule.get().allRead();
        return Optional.of(read);
    }

    Optional<NotificationDelay> notification(YamlMapping root) throws InvalidDefinition {
        Optional<YamlMapping> delay = root.optionalMapping("notification-vae");
        if (delay.isEmpty()) {
            return Optional.empty();
        }
        NotificationDelay read = new NotificationDelay(positive(delay.get(), "jours"), reader.source(delay.get()));
        delay.get().allRead();
        return Optional.of(read);
    }

    Optional<FormerLapse> lapse(YamlMapping root) throws InvalidDefinition {
        Optional<YamlMapping> rule = root.optionalMapping("acquis-anciens");
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        LocalDate before =
                rule.get().date("avant").orElseThrow(() -> rule.get().faultAt("avant", "«\u00a0avant\u00a0» manque"));
        FormerLapse read = new FormerLapse(positive(rule.get(), "annees"), before, reader.source(rule.get()));
        rule.get().allRead();
        return Optional.of(read);
    }

    private static int positive(YamlMapping mapping, String key) throws InvalidDefinition {
        String number = mapping.text(key);
        if (!number.matches("[1-9][0-9]{0,3}")) {
            throw mapping.faultAt(key, "«\u00a0" + key + "\u00a0» est un nombre entier d’au moins 1");
        }
        return Integer.parseInt(number);
    }
}
