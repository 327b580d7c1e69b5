package org.francophonie.dclic.identity.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.imports.PeopleImport.State;
import org.francophonie.dclic.identity.service.PeopleDesk;
import org.francophonie.dclic.identity.service.PeopleDesk.Facts;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.tables.TableReader;
import org.francophonie.dclic.platform.tables.TableRefused;
import org.francophonie.dclic.rights.ProfileNames;
import org.springframework.stereotype.Component;

/** Reads a file of people line by line, compares it with who is there, and says of each line what would come of it. */
@Component
class ImportReader {
    private static final int PORTION = 100;

    private final ImportStore store;
    private final TableReader tables;
    private final PeopleDesk desk;
    private final GroupTreeService groups;
    private final ProfileNames profileNames;
    private final Ids ids;
    private final Clock clock;

    ImportReader(
            ImportStore store,
            TableReader tables,
            PeopleDesk desk,
            GroupTreeService groups,
            ProfileNames profileNames,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.tables = tables;
        this.desk = desk;
        this.groups = groups;
        this.profileNames = profileNames;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Ends in what is ready, or in why it is refused.
     *
     * @return whether it is ready
     */
    boolean read(ImportStore.Begun begun, Path file) {
        var id = begun.id();
        var portion = new ArrayList<Line>();
        var reader = new LineReader[1];
        try {
            tables.read(file, PeopleImportService.MOST + 1, row -> {
                if (reader[0] == null) {
                    reader[0] =
                            new LineReader(row, profiles(), this::problems, groups::named, LocalDate.now(clock), ids);
                    var missing = reader[0].missing();
                    if (!missing.isEmpty()) throw new NoColumn(missing);
                    return;
                }
                portion.add(reader[0].read(row));
                if (portion.size() < PORTION) return;
                add(id, portion);
            });
            add(id, portion);
            store.compare(id);
            return store.work().move(id, Set.of(State.READING), State.READY, null);
        } catch (TableRefused refused) {
            store.work().move(id, Set.of(State.READING), State.REFUSED, "table." + refused.reason());
        } catch (NoColumn missing) {
            store.work()
                    .move(id, Set.of(State.READING), State.REFUSED, "people-import.no-column " + missing.getMessage());
        } catch (Stopped _) {
            store.delete(id);
        }
        return false;
    }

    /** The file lacks a column without which there is nobody to make. */
    private static final class NoColumn extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoColumn(List<Column> missing) {
            super(missing.stream().map(Column::name).collect(Collectors.joining(",")));
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void add(UUID id, List<Line> portion) {
        if (!store.work().isStill(id, State.READING, id)) throw new Stopped();
        if (!portion.isEmpty()) store.add(id, portion);
        portion.clear();
    }

    private List<String> problems(Facts facts) {
        return List.copyOf(desk.problems(facts).values());
    }

    private Map<String, String> profiles() {
        var codes = new HashMap<String, String>();
        for (var language : List.of(Locale.FRENCH, Locale.ENGLISH))
            profileNames.names(language).forEach((code, name) -> codes.put(Column.plain(name), code));
        profileNames.names(Locale.FRENCH).keySet().forEach(code -> codes.put(Column.plain(code), code));
        return codes;
    }
}
