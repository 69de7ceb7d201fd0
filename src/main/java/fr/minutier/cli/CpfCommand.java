package fr.minutier.cli;

import fr.minutier.certification.Certification;
import fr.minutier.certification.FrenchCount;
import fr.minutier.delivery.CpfFile;
import fr.minutier.delivery.CpfHolder;
import fr.minutier.night.ClosedSession;
import fr.minutier.night.ClosedSession.Admitted;
import fr.minutier.night.Workplace;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code export cpf}: the holders of a certification, for the SI-CPF. */
@Command(
        name = "cpf",
        description =
                "Écrit le fichier XML des titulaires d’une session définitive pour le SI-CPF (Caisse des dépôts)\u00a0:"
                        + " ceux qui ont obtenu la certification entière. Les noms sont relus dans le bordereau de input, qui doit"
                        + " dire ce qui a été délivré. S’il manque une donnée, rien n’est écrit et tout ce qui manque est dit.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier export cpf JURY-2026-JUIN -o titulaires.xml",
            "  ./minutier export cpf JURY-2026-JUIN --partiel -o titulaires.xml",
            "",
            "MINUTIER_CPF_CLIENT et MINUTIER_CPF_CONTRAT, dans l’environnement, tiennent lieu",
            "de --client et de --contrat."
        })
final class CpfCommand implements Callable<Integer> {
    private static final String CLIENT = "MINUTIER_CPF_CLIENT";
    private static final String CONTRACT = "MINUTIER_CPF_CONTRAT";
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    @ParentCommand
    @Nullable
    ExportCommand export;

    @Mixin
    Folders folders = new Folders();

    @Parameters(arity = "1", paramLabel = "SESSION", description = "Session définitive et délivrée.")
    @Nullable
    String session;

    @Mixin
    Input input = new Input();

    @Option(names = "--client", paramLabel = "N°", description = "Fiche client du certificateur (idClient).")
    @Nullable
    String client;

    @Option(names = "--contrat", paramLabel = "N°", description = "Contrat du certificateur (idContrat).")
    @Nullable
    String contract;

    @Option(
            names = "--partiel",
            description = "Écrit les titulaires dont rien ne manque, et nomme ceux qui sont laissés de côté.")
    boolean partial;

    @Option(names = "-o", paramLabel = "FICHIER", description = "Fichier à écrire, .xml.")
    @Nullable
    Path file;

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(export).minutier();
        Path target = Target.free(file, "titulaires.xml");
        String idClient = given(told, client, CLIENT, "--client");
        String idContract = given(told, contract, CONTRACT, "--contrat");
        Workplace place = folders.workplaceOfNight(input, told);
        ClosedSession closed = closed(place, Objects.requireNonNull(session));
        for (Certification certification : closed.session().certifications()) {
            String code = certification.rncp();
            if (code == null || !code.matches("RNCP[0-9]+")) {
                throw new WrongUse("la certification " + certification.code()
                        + " n’a pas de numéro au répertoire national"
                        + (code == null ? "." : " («\u00a0" + code + "\u00a0»)."));
            }
        }
        List<Admitted> incomplete = closed.admitted().stream()
                .filter(one -> reading(one).holder().isEmpty())
                .toList();
        for (Admitted one : incomplete) {
            told.out()
                    .println(Lines.visible("Candidat " + one.candidate().number() + "\u00a0: il manque "
                            + String.join(", ", reading(one).missing()) + "."));
        }
        int complete = closed.admitted().size() - incomplete.size();
        if (complete == 0 || (!incomplete.isEmpty() && !partial)) {
            told.out().println(nothing(incomplete.size(), complete));
            return incomplete.isEmpty() ? ExitStatus.DONE : ExitStatus.WITHHELD;
        }
        OffsetDateTime made = now(told);
        CpfFile flux = new CpfFile(
                UUID.nameUUIDFromBytes((closed.edition().contentDigest()
                                        + closed.edition().number()
                                        + complete
                                        + made)
                                .getBytes(StandardCharsets.UTF_8))
                        .toString(),
                made,
                idClient,
                idContract,
                Objects.requireNonNull(closed.session().deliberatedOn()));
        write(target, flux, holders(closed));
        told.out()
                .println("Fichier SI-CPF\u00a0: " + target + " (" + FrenchCount.of(complete, "titulaire")
                        + (incomplete.isEmpty()
                                ? ""
                                : ", " + FrenchCount.of(incomplete.size(), "laissé de côté", "laissés de côté"))
                        + "). Contrôlez-le avec le schéma de la Caisse des dépôts avant de le déposer.");
        return incomplete.isEmpty() ? ExitStatus.DONE : ExitStatus.WITHHELD;
    }

    /** Those of whom nothing is missing, by the certification that each came for. */
    private static SequencedMap<String, Iterator<CpfHolder>> holders(ClosedSession closed) {
        SequencedMap<String, Iterator<CpfHolder>> holders = new LinkedHashMap<>();
        for (Certification certification : closed.session().certifications()) {
            List<Admitted> own = closed.admitted().stream()
                    .filter(one -> certification.equals(closed.session().certificationOf(one.candidate())))
                    .filter(one -> reading(one).holder().isPresent())
                    .toList();
            if (!own.isEmpty()) {
                holders.put(
                        Objects.requireNonNull(certification.rncp()),
                        own.stream()
                                .map(one -> reading(one).holder().orElseThrow())
                                .iterator());
            }
        }
        return holders;
    }

    private static CpfHolder.Reading reading(Admitted one) {
        return CpfHolder.of(one.candidate(), one.certificate());
    }

    private static ClosedSession closed(Workplace place, String id) throws Exception {
        try {
            return ClosedSession.read(place, id);
        } catch (ClosedSession.NotToBeHad e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private static String nothing(int incomplete, int complete) {
        if (incomplete == 0) {
            return "Aucun titulaire de la certification entière dans cette session\u00a0: rien n’est écrit.";
        }
        return "Rien n’est écrit\u00a0: complétez ces colonnes dans le bordereau, où elles peuvent changer après la clôture"
                + (complete == 0 ? "." : ", ou ajoutez --partiel pour écrire les autres (" + complete + ").");
    }

    private static String given(Minutier told, @Nullable String option, String variable, String name) throws WrongUse {
        return Optional.ofNullable(option)
                .or(() -> told.environment(variable))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new WrongUse("donnez " + name + ", ou " + variable
                        + " dans l’environnement\u00a0: c’est la Caisse des dépôts qui l’attribue au certificateur."));
    }

    private static OffsetDateTime now(Minutier told) {
        Instant now = told.environment("SOURCE_DATE_EPOCH")
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds.strip())))
                .orElseGet(() -> Clock.systemUTC().instant());
        return OffsetDateTime.ofInstant(now, FRANCE);
    }

    /** Whole or not at all; a temporary file is its owner's alone, and so is what it becomes. */
    private static void write(Path target, CpfFile flux, SequencedMap<String, Iterator<CpfHolder>> holders)
            throws WrongUse, IOException {
        Path beside = Files.createTempFile(target.toAbsolutePath().getParent(), ".titulaires", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                flux.write(holders, out);
            }
            Files.move(beside, target);
        } catch (FileAlreadyExistsException e) {
            throw Target.taken(target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
