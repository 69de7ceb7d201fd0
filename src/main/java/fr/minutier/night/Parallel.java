package fr.minutier.night;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many things at once whose results come back in order. */
final class Parallel {
    private Parallel() {}

    static <T, R> List<R> map(ExecutorService threads, List<T> things, Function<T, R> work) {
        List<Callable<R>> calls = things.stream()
                .<Callable<R>>map(thing -> () -> work.apply(thing))
                .toList();
        List<R> results = new ArrayList<>();
        try {
            for (Future<R> done : threads.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
