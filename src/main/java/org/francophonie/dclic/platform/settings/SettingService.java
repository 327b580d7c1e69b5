package org.francophonie.dclic.platform.settings;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.live.LiveBus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes settings; a change is told on the live bus and counts on every node within two seconds. */
@Service
@Transactional
public class SettingService {
    /** Told on the live bus, with the keys of what was changed. */
    public static final String CHANGED = "setting";

    private static final long MILLISECONDS_KEPT = 1500;

    private record Kept(Map<String, String> values, long readAt) {}

    private final SettingRepository rows;
    private final Trail trail;
    private final Clock clock;
    private final LiveBus bus;
    private volatile Kept kept = new Kept(Map.of(), Long.MIN_VALUE / 2);

    SettingService(SettingRepository rows, Trail trail, Clock clock, LiveBus bus) {
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
        this.bus = bus;
    }

    @Open("the platform behaves by its settings, whoever looks; the screen that lists them asks for READ_SETTING")
    @Transactional(readOnly = true)
    public <T> T value(Setting<T> setting) {
        var text = values().get(setting.key());
        return text == null ? setting.standard() : setting.parse(text);
    }

    private Map<String, String> values() {
        var now = System.nanoTime() / 1_000_000;
        var current = kept;
        if (now - current.readAt() < MILLISECONDS_KEPT) return current.values();
        var read = rows.changed().stream().collect(Collectors.toUnmodifiableMap(SettingRow::key, SettingRow::value));
        kept = new Kept(read, now);
        return read;
    }

    /** Every setting as text, those that were never changed by their default, in the order in which they are shown. */
    @Requires(Right.READ_SETTING)
    @Transactional(readOnly = true)
    public Map<Setting<?>, String> all() {
        var changed = rows.changed().stream().collect(Collectors.toMap(SettingRow::key, SettingRow::value));
        var all = new LinkedHashMap<Setting<?>, String>();
        Setting.ALL.forEach(
                setting -> all.put(setting, changed.getOrDefault(setting.key(), String.valueOf(setting.standard()))));
        return all;
    }

    @Requires(Right.CHANGE_SETTING)
    public <T> void change(Setting<T> setting, String text) {
        change(Map.of(), Map.of(setting, text));
    }

    /**
     * Changes several at once, or none.
     *
     * @param seen the values that the person saw; one that somebody else has changed meanwhile is not overwritten
     * @return how many were changed
     * @throws SettingRefused naming all that are wrong, or those that were changed meanwhile
     */
    @Requires(Right.CHANGE_SETTING)
    public int change(Map<Setting<?>, String> seen, Map<Setting<?>, String> wanted) {
        var wrong = wanted.entrySet().stream()
                .filter(want -> !want.getKey().allows(want.getValue()))
                .map(want -> want.getKey().key())
                .collect(Collectors.toSet());
        if (!wrong.isEmpty()) throw new SettingRefused(wrong, false);
        var changed = 0;
        for (var want : wanted.entrySet()) {
            var setting = want.getKey();
            var before =
                    rows.findByKey(setting.key()).map(SettingRow::value).orElse(String.valueOf(setting.standard()));
            var after = String.valueOf(setting.parse(want.getValue()));
            if (before.equals(after)) continue;
            if (seen.containsKey(setting) && !before.equals(seen.get(setting)))
                throw new SettingRefused(Set.of(setting.key()), true);
            write(setting, before, after);
            changed++;
        }
        if (changed > 0) forget();
        return changed;
    }

    private void write(Setting<?> setting, String before, String after) {
        var row = rows.findByKey(setting.key()).orElseGet(() -> new SettingRow(setting.key(), after, clock.instant()));
        row.change(after, clock.instant());
        rows.save(row);
        trail.record(AuditEntry.command(Right.CHANGE_SETTING)
                .named("set")
                .on("Setting", setting.key())
                .change("value", before, after));
        bus.tell(CHANGED, setting.key());
    }

    /** The next one who asks reads the database. */
    void forget() {
        kept = new Kept(Map.of(), Long.MIN_VALUE / 2);
    }
}
