package org.francophonie.dclic.authoring.service;

import java.util.List;
import java.util.UUID;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes lessons of a working copy, within the transaction of whoever has checked them. */
@Component
public class DraftWriter {
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Ids ids;

    DraftWriter(JdbcClient sql, JsonMapper json, Ids ids) {
        this.sql = sql;
        this.json = json;
        this.ids = ids;
    }

    /** @param position from 0 */
    public void lesson(
            CourseId course, UUID id, int position, String title, int minutes, String objective, List<Block> blocks) {
        sql.sql(
                        "insert into authoring.lesson (id, course_id, position, title, minutes, objective) values (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(course.value())
                .param(position)
                .param(title)
                .param(minutes)
                .param(objective)
                .update();
        int place = 0;
        for (var block : blocks)
            sql.sql("insert into authoring.block (id, lesson_id, position, content) values (?, ?, ?, cast(? as jsonb))")
                    .param(ids.next())
                    .param(id)
                    .param(place++)
                    .param(json.writerFor(Block.class).writeValueAsString(block))
                    .update();
    }
}
