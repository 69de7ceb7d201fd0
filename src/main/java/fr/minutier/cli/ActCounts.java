package fr.minutier.cli;

import fr.minutier.act.ActKind;
import fr.minutier.certification.FrenchCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many acts of each kind, in words: {@code 1 procès-verbal, 3 relevés de notes}. */
final class ActCounts {
    private static final Map<ActKind, String[]> NAMES = Map.of(
            ActKind.PROCES_VERBAL, new String[] {"procès-verbal", "procès-verbaux"},
            ActKind.RELEVE_DE_NOTES, new String[] {"relevé de notes", "relevés de notes"},
            ActKind.ATTESTATION_DE_REUSSITE, new String[] {"attestation de réussite", "attestations de réussite"},
            ActKind.ATTESTATION_DE_BLOC, new String[] {"attestation de bloc", "attestations de bloc"},
            ActKind.LETTRE_DE_NOTIFICATION, new String[] {"lettre de notification", "lettres de notification"},
            ActKind.EXTRAIT_DE_PROCES_VERBAL, new String[] {"extrait de procès-verbal", "extraits de procès-verbal"});

    private ActCounts() {}

    /** In the order of the kinds; empty without acts. */
    static String of(Map<String, Long> acts) {
        List<String> parts = new ArrayList<>();
        for (ActKind kind : ActKind.values()) {
            long number = acts.getOrDefault(kind.word(), 0L);
            String[] names = NAMES.getOrDefault(kind, new String[] {kind.word(), kind.word()});
            if (number > 0) {
                parts.add(FrenchCount.of(number, names[0], names[1]));
            }
        }
        return String.join(", ", parts);
    }
}
