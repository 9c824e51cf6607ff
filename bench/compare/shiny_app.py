"""The page in Shiny for Python: reactive figures, value boxes and Plotly widgets."""

import plotly.express as px
from frames import KEY_FIGURES, choices, load, shown
from shiny import App, reactive, render, ui
from shinywidgets import output_widget, render_plotly

FRAMES = load()
OPTIONS = choices(FRAMES)

app_ui = ui.page_sidebar(
    ui.sidebar(
        *(
            ui.input_selectize(name, name.capitalize(), options, multiple=True)
            for name, options in OPTIONS.items()
        )
    ),
    ui.layout_columns(
        *(
            ui.value_box(title, ui.output_text(f"figure_{at}"))
            for at, title in enumerate(KEY_FIGURES)
        )
    ),
    output_widget("heatmap"),
    output_widget("by_theme"),
    output_widget("by_form"),
    title="Samenwerkingen",
)


def server(input, output, session):  # noqa: C901 - Shiny has it in one function
    @reactive.calc
    def page():
        chosen = (list(input[name]()) for name in OPTIONS)
        return shown(FRAMES, *chosen)

    def figure(at):
        @output(id=f"figure_{at}")
        @render.text
        def _():
            return page().figures[KEY_FIGURES[at]]

    for at in range(len(KEY_FIGURES)):
        figure(at)

    def heat():
        return page().heatmap.pivot(index="gemeente", columns="theme", values="partnership")

    # A widget that is rendered anew is sent with all of Plotly: 4 to 5 s for three. These are made
    # once and then updated, as the documentation has it under "Efficient updates".
    @render_plotly
    def heatmap():
        with reactive.isolate():
            return px.imshow(heat().fillna(0), aspect="auto", title="Per gemeente en thema")

    @render_plotly
    def by_theme():
        with reactive.isolate():
            return px.bar(page().by_theme, x="partnership", y="theme", title="Per thema")

    @render_plotly
    def by_form():
        with reactive.isolate():
            return px.bar(page().by_form, x="partnership", y="form", title="Per vorm")

    @reactive.effect
    @reactive.event(page, ignore_init=True)
    def _():
        now, drawn = heat().fillna(0), heatmap.widget
        with drawn.batch_update():
            drawn.data[0].update(x=list(now.columns), y=list(now.index), z=now.to_numpy())

    def updating(chart, frame, by):
        @reactive.effect
        @reactive.event(page, ignore_init=True)
        def _():
            now, drawn = getattr(page(), frame), chart.widget
            with drawn.batch_update():
                drawn.data[0].update(x=now["partnership"].to_numpy(), y=now[by].tolist())

    updating(by_theme, "by_theme", "theme")
    updating(by_form, "by_form", "form")


app = App(app_ui, server)
