package fr.minutier.act;

import fr.minutier.typesetting.Imprint;
import fr.minutier.typesetting.InvalidTemplate;
import fr.minutier.typesetting.Seal;
import fr.minutier.typesetting.Style;
import fr.minutier.typesetting.Template;
import fr.minutier.typesetting.Typesetter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints acts with the templates and the style of a templates folder. Safe for use by several threads at once. */
public final class Press {
    /** What is printed across a provisional act. */
    private static final String DRAFT = "PROJET";

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Map<ActKind, Template> templates = new EnumMap<>(ActKind.class);
    private final Typesetter typesetter;
    private final Optional<Seal> seal;

    /**
     * Loads every template before anything is printed.
     *
     * @param folder the templates folder
     * @throws InvalidTemplate with all faults of all templates, each with file, line and remedy
     * @throws IOException when a file cannot be read
     */
    public Press(Path folder) throws IOException {
        this(folder, Optional.empty());
    }

    /**
     * Loads every template before anything is printed.
     *
     * @param folder the templates folder
     * @param seal put on every act that is no draft
     * @throws InvalidTemplate with all faults of all templates, each with file, line and remedy
     * @throws IOException when a file cannot be read
     */
    public Press(Path folder, Optional<Seal> seal) throws IOException {
        this.seal = seal;
        List<InvalidTemplate.Fault> faults = new ArrayList<>();
        for (ActKind kind : ActKind.values()) {
            String file = "acts/" + kind.word() + ".md";
            try {
                templates.put(kind, Template.load(file, Files.readString(folder.resolve(file)), kind.record()));
            } catch (InvalidTemplate e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidTemplate(faults);
        }
        try {
            typesetter = new Typesetter(Style.load(folder.resolve("style.yaml")));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Prints one act: the same act on the same day gives the same bytes.
     *
     * @param day the day on which the session was taken up
     */
    public byte[] print(Act act, LocalDate day) {
        Template template = templates.get(act.kind());
        if (template == null) {
            throw new IllegalStateException("no template for " + act.kind());
        }
        return typesetter.print(
                template.fill(act.record()),
                new Imprint(
                        act.title(),
                        act.kind().title() + " n° " + act.number(),
                        day.atStartOfDay(FRANCE).toInstant(),
                        act.draft() ? DRAFT : null),
                act.draft() ? Optional.empty() : seal);
    }

    /** The characters of a text that cannot be printed, in their order; empty when all can. */
    public String unprintable(String text) {
        return typesetter.unprintable(text).stream().map(Character::toString).reduce("", String::concat);
    }
}
