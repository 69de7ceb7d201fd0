package fr.minutier.cli;

import fr.minutier.archive.Purge;
import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.FrenchDate;
import fr.minutier.night.Workplace;
import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code purger}: takes away what need not be kept any longer, never the proof. */
@Command(
        name = "purger",
        description =
                "Efface les bordereaux gardés des sessions prises en charge avant une date, et les adresses des envois faits"
                        + " avant elle\u00a0; après, il n’en reste aucun de plus ancien. La preuve reste toujours\u00a0: décisions, actes,"
                        + " envois, empreintes, chaînes.",
        footerHeading = "%nExemple\u00a0:%n",
        footer = "  ./minutier purger --apres 01/09/2025")
final class PurgeCommand implements Callable<Integer> {
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ISO_LOCAL_DATE);

    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Output output = new Output();

    @Option(
            names = "--apres",
            required = true,
            paramLabel = "DATE",
            description =
                    "Premier jour dont les bordereaux et les adresses restent gardés (JJ/MM/AAAA)\u00a0; pas après aujourd’hui.")
    String first = "";

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(minutier);
        LocalDate day = day(first);
        if (day.isAfter(Workplace.today(told.environment("SOURCE_DATE_EPOCH"), Clock.systemUTC()))) {
            throw new WrongUse("--apres " + first + "\u00a0: cette date est à venir.");
        }
        Path folder = output.folder();
        RegisterCommand.open(output, told).close();
        try (Register register = Register.open(output.base(told))) {
            Purge.Purged purged = Purge.of(register, Workplace.kept(folder), day);
            for (Edition edition : purged.editions()) {
                told.out()
                        .println(edition.session() + ", édition " + edition.number() + ", du "
                                + FrenchDate.inWords(edition.takenUp()) + "\u00a0: bordereaux effacés.");
            }
            purged.addresses().forEach((session, number) -> told.out()
                    .println(session + "\u00a0: "
                            + FrenchCount.of(number, "adresse d’envoi effacée", "adresses d’envoi effacées")
                            + "."));
            told.out().println(end(purged));
            return ExitStatus.DONE;
        }
    }

    private static String end(Purge.Purged purged) {
        if (purged.editions().isEmpty()) {
            return purged.addresses().isEmpty()
                    ? "Rien à effacer."
                    : "La preuve des envois reste au registre. Les sauvegardes faites avant gardent ces adresses.";
        }
        return FrenchCount.of(purged.editions().size(), "édition purgée", "éditions purgées")
                + "\u00a0; leurs décisions, leurs actes, leurs envois et leurs empreintes restent au registre.";
    }

    private static LocalDate day(String written) throws WrongUse {
        for (DateTimeFormatter form : FORMS) {
            try {
                return LocalDate.parse(written.strip(), form);
            } catch (DateTimeParseException e) {
                // the other form, or none
            }
        }
        throw new WrongUse("--apres attend une date JJ/MM/AAAA, et non «\u00a0" + written + "\u00a0».");
    }
}
