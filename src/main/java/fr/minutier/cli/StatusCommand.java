package fr.minutier.cli;

import fr.minutier.night.Shelved;
import fr.minutier.night.WorkerSeen;
import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code status}: what the register holds. */
@Command(
        name = "status",
        description =
                "Dit ce que le registre sait de chaque session, ou tout d’une seule\u00a0: état, éditions, effectifs,"
                        + " actes, et ce qui la sépare de sa clôture. N’écrit rien.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier status",
            "  ./minutier status JURY-2026-JUIN",
            "  ./minutier status --output /srv/jurys/output"
        })
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Output output = new Output();

    @Parameters(arity = "0..1", paramLabel = "SESSION", description = "Session dont tout est dit.")
    @Nullable
    String session;

    @Mixin
    Format format = new Format();

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws WrongUse, RegisterBusy, IOException {
        Path folder = output.folder();
        if (Files.exists(folder)) {
            Folders.existing(folder);
        }
        Optional<Register> found = Register.openIfPresent(output.base(Objects.requireNonNull(minutier)));
        try {
            if (format.json()) {
                answer(found.orElse(null), folder);
            } else {
                say(found.isEmpty() ? none(folder) : of(found.get(), folder));
            }
        } finally {
            found.ifPresent(Register::close);
        }
        return ExitStatus.DONE;
    }

    private String none(Path folder) throws WrongUse {
        if (session != null) {
            throw unknown(session, Set.of());
        }
        return "Aucune session\u00a0: «\u00a0" + folder + "\u00a0» n’a encore reçu aucun document.\n";
    }

    private void answer(@Nullable Register register, Path folder) throws WrongUse, IOException {
        Set<String> sessions = register == null ? Set.of() : asked(register);
        if (register == null && session != null) {
            throw unknown(session, Set.of());
        }
        Optional<Edition> one = register == null || session == null ? Optional.empty() : register.current(session);
        Shelved shelved = one.isEmpty() ? Shelved.MISSING : Shelved.of(folder, one.get());
        try (Json json = new Json(Objects.requireNonNull(minutier).out(), "status")) {
            json.status(sessions, register);
            if (register != null && register.isShared() && session == null) {
                json.workers(WorkerSeen.of(register));
            }
            if (register != null && one.isPresent()) {
                json.detail(one.get(), register, folder.resolve(one.get().session()), shelved);
            }
        }
    }

    /** The session asked for, or all that the register knows. */
    private Set<String> asked(Register register) throws WrongUse {
        Set<String> sessions = new TreeSet<>(register.sessions());
        register.unfinished().stream().map(Edition::session).forEach(sessions::add);
        if (session == null) {
            return sessions;
        }
        if (!sessions.contains(session)) {
            throw unknown(session, sessions);
        }
        return Set.of(session);
    }

    private String of(Register register, Path folder) throws WrongUse, IOException {
        Set<String> sessions = asked(register);
        if (session != null) {
            Optional<Edition> current = register.current(session);
            return Situation.of(session, register, WorkerSeen.of(register))
                    + (current.isEmpty()
                            ? ""
                            : SituationInDetail.of(
                                    current.get(),
                                    register,
                                    folder.resolve(session),
                                    Shelved.of(folder, current.get())));
        }
        List<WorkerSeen> workers = WorkerSeen.of(register);
        String crew = Crews.of(workers);
        return (sessions.isEmpty()
                        ? none(folder)
                        : sessions.stream()
                                .map(id -> Situation.of(id, register, workers))
                                .collect(Collectors.joining("\n")))
                + (crew.isEmpty() ? "" : "\n" + crew);
    }

    private static WrongUse unknown(String session, Set<String> known) {
        return new WrongUse("le registre ne connaît pas la session «\u00a0" + session + "\u00a0»"
                + (known.isEmpty()
                        ? "\u00a0: il n’en tient encore aucune."
                        : ". Sessions connues\u00a0: " + String.join(", ", known) + "."));
    }

    private void say(String text) {
        Minutier told = Objects.requireNonNull(minutier);
        List<String> lines = text.lines().map(Lines::visible).toList();
        for (String line : lines) {
            int indent = line.length() - line.stripLeading().length();
            told.out().println(Lines.folded(line, told.columns(), indent + 2));
        }
    }
}
