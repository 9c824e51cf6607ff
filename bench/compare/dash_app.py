"""The page in Dash: one callback with all filters, served by gunicorn."""

import plotly.express as px
from dash import Dash, Input, Output, callback, dcc, html
from frames import KEY_FIGURES, choices, load, shown

FRAMES = load()
OPTIONS = choices(FRAMES)
app = Dash(__name__, title="Samenwerkingen")
server = app.server
app.layout = html.Div(
    [
        html.H1("Samenwerkingen"),
        *(
            html.Div(
                [html.Label(name.capitalize()), dcc.Dropdown(options, [], multi=True, id=name)]
            )
            for name, options in OPTIONS.items()
        ),
        html.Div(
            [
                html.Div([html.Small(title), html.H2(id=f"figure-{at}")])
                for at, title in enumerate(KEY_FIGURES)
            ],
            style={"display": "flex", "gap": "3rem"},
        ),
        dcc.Graph(id="heatmap"),
        dcc.Graph(id="by-theme"),
        dcc.Graph(id="by-form"),
    ]
)


@callback(
    *(Output(f"figure-{at}", "children") for at in range(len(KEY_FIGURES))),
    Output("heatmap", "figure"),
    Output("by-theme", "figure"),
    Output("by-form", "figure"),
    Input("gemeente", "value"),
    Input("thema", "value"),
    Input("status", "value"),
)
def update(gemeenten, themes, statuses):
    page = shown(FRAMES, gemeenten or [], themes or [], statuses or [])
    heat = page.heatmap.pivot(index="gemeente", columns="theme", values="partnership").fillna(0)
    return (
        *page.figures.values(),
        px.imshow(heat, aspect="auto", title="Per gemeente en thema"),
        px.bar(page.by_theme, x="partnership", y="theme", title="Per thema"),
        px.bar(page.by_form, x="partnership", y="form", title="Per vorm"),
    )
