<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name>MarkWords</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MarkWords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PlotState</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approximate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>circa %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hypothetical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferred date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is neutral on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is on both sides of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leans against %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leans in favor of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opposes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second-hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supports %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixMargins</name>
    <message>
        <source>Actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{favor} in favor, {neither} neutral, {against} against</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>All marks over time; the frame is what the timeline shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StanceMatrix</name>
    <message>
        <source>Stance matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stances of %n actor(s)</source>
        <translation type="unfinished"><numerusform></numerusform></translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} shown, {merged} merged, {hidden} hidden, {undated} undated of {total} marks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;About Stanceline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Above the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add to the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bars of totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Below the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Charts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Contradictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dates as 2024-05-12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How cells are counted…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How to read the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep only what is clicked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge actor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Navigate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not grouped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Publication ticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Row-aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Week numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=FindNext</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=FindPrevious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=HelpContents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=SelectAll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click adds to what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click keeps of the selection only what it meets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click selects instead of what was selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click takes out of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note on the selected mark, kept with the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above and be&amp;low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an event that &amp;pins it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an event that the article names, so that the article gets its day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add article files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All corrections and notes as CSV, oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys, to look up and to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt++</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+=</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of a da&amp;y…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the view before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;change of stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;first mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;half-year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;last mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By si&amp;milarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;omfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;rds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clic&amp;king selects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Com&amp;pare periods or sources…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ro&amp;ws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected marks as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+=</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Alt+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport the story…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events whose days are known, by which articles are dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expo&amp;rt corrections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as a picture, PDF, web page, table or calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export ta&amp;ble…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the events or statements that are shown as CSV or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtered mar&amp;ks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters hide what they take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters leave what they take away as pale marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find any command, actor, proposal or article by a few letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hatch periods from which no articles are loaded: silence there says nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep range, filters, selection and order of the rows under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout of the &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List who takes both sides, changed sides, or is quoted differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks, timeline and files, as you like them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a re&amp;ference event from this…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a reference event of this mark, or of the words selected in its passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar&amp;ks and axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matri&amp;x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pr&amp;oposal…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number the weeks on the time axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the &amp;visible period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the selected &amp;actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a saved project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sa&amp;mple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order &amp;rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own &amp;length…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;arts of a proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste articles or &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the saved views full screen, one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;esent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferenc&amp;es…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print what the window shows, or make a PDF of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposa&amp;ls…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move from the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name actor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference e&amp;vents…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rese&amp;t layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row &amp;height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved &amp;views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &amp;stance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set article &amp;date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show below each mark on which day it was reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show h&amp;ints again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how many stances each row and each column of the matrix has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the lists: table, undated, problems, log, views, matrix, contradictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the saved views in the order of the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the stances of the matrix as a plain table in the lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was known on a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance cells beside the lanes: one row an actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected finding out of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four hints of the first start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide, at the page of what has the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeline above, the whole matrix below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two periods, or two sets of sources, in each cell of the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View &amp;forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each kind of stance weighs, windows of time, when a newer word counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people take sides on: the columns of the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where actors stand over time, sides by period, articles by source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a no&amp;te…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all dates in the international order of year, month, day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the saved views as the pages of a PDF, or as a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what people take sides on: a title and a few names for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit.redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit.undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file.add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file.export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go.back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go.date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go.forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>navigate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one_row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view.detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view.drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view.filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view.fit_all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view.fit_selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view.zoom_in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view.zoom_out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>
:root { color-scheme: light dark; --ground: #fff; --text: #171a20; --muted: #555e6b; --line: #dde1e7; --alt: #f7f8fa;
  --accent: #5b3fc4; }
@media (prefers-color-scheme: dark) { :root { --ground: #1e1e1e; --text: #ececec; --muted: #b3b9c1; --line: #3a3f46;
  --alt: #262626; --accent: #b7a5ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 1320px; background: var(--ground); color: var(--text);
  font: 15px/1.5 "Source Sans Pro", "Source Sans 3", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 8px; } h2 { font-size: 19px; margin: 32px 0 8px; }
p { margin: 0 0 8px; max-width: 72em; } .muted { color: var(--muted); }
a { color: var(--accent); } a:focus-visible, [tabindex]:focus-visible, summary:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -9999px; } .skip:focus { left: 24px; top: 8px; background: var(--ground);
  padding: 8px 12px; }
figure { margin: 16px 0; } figure svg { width: 100%; height: auto; display: block; }
svg a:focus rect { stroke: var(--accent); stroke-width: 2.5; } svg a:hover rect { stroke: var(--accent); }
.dark { display: none; } @media (prefers-color-scheme: dark) { .dark { display: block; } .light { display: none; } }
@media print { .dark { display: none; } .light { display: block; } .scroll { max-height: none !important; } }
.scroll { overflow: auto; max-height: 80vh; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: 6px 10px;
  border-bottom: 1px solid var(--line); } thead th { position: sticky; top: 0; background: var(--alt); }
tbody th { font-weight: 600; } tr:target { background: var(--alt); outline: 2px solid var(--accent); }
td.when { white-space: nowrap; } blockquote { margin: 0; } td.quote { min-width: 18em; }
ol.sources { padding-left: 2.5em; } ol.sources li { margin-bottom: 4px; }
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { scroll-snap-type: y proximity; }
body { margin: 0; background: #fff; color: #171a20;
  font: 16px/1.5 "Source Sans Pro", "Source Sans 3", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
header, section { max-width: 1320px; margin: 0 auto; padding: 24px; }
section { min-height: 100vh; scroll-snap-align: start; border-top: 1px solid #dde1e7; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 8px; } h2 { font-size: 22px; line-height: 1.3; margin: 0 0 4px; }
p { margin: 0 0 8px; max-width: 72em; white-space: pre-line; } .place { color: #555e6b; margin: 0; }
a { color: #5b3fc4; } a:focus-visible { outline: 3px solid #5b3fc4; outline-offset: 2px; }
figure { margin: 16px 0; } figure svg { width: 100%; height: auto; display: block; }
nav a { display: inline-block; min-height: 24px; margin-right: 16px; }
@media print { section { break-before: page; min-height: 0; border: 0; } nav { display: none; } }
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
&lt;figure&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  ·  mean of all so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  ·  mean of the last </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (inferred)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (process </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (written: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> - corrections.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> BCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by date; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> cannot be read (</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> cannot be written. Save it under another name with Save as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> cannot be written: the disk is full. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> century</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> changes.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> does not fit its digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> dots per inch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> found no room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> half of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> has no color </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in favor (</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in favor, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> instead of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> is damaged (</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> is in use by another program. Close it there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> is outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> later →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> marks = </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> more are left out here. Export CSV to have all.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> more articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> neutral, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> not fit and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> on </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pages, more than </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pages. Split into longer periods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt cannot be read. Use </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px a side and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px has more than 200 megapixels. Choose a smaller size, or PDF or SVG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> the suggestion '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> undated + </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> width="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> — Stanceline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" aria-label="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" aria-label="source </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" exists already. Open it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" fill-opacity="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" fill="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" height="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" is a database of another program, not a Stanceline project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" is damaged. Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" is not a Stanceline project. Use Add articles to read it as an article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" is open in another Stanceline window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" lengthAdjust="spacingAndGlyphs" </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" rx="5" fill="#000" fill-opacity="0" stroke="none" /&gt;&lt;/a&gt;
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>" stroke="none" fill-rule="nonzero" d="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>": it was saved by a newer version (format </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"&gt;
&lt;p class="place"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"&gt;&lt;td class="when"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"&gt;&lt;title&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) also counts for %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alone acts wherever no text is typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 also counts for %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 articles use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 articles use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which would be left without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by inferred days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. The event is in this project only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full. Free some space, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: the folder is protected. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: the name is too long. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: there is no such folder. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 carries no view. Pictures exported with “Embed the view” do; articles are read from text files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells of %2 show another stance now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed ones of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 clue words are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 copies of them are not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 copies of them not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dated marks: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events were imported from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events were saved in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files of these names exist. Replace them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 first-hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found · ↑ ↓ choose · Enter does it · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 have no day on this clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hidden by filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in favor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neutral on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there any more. The text that was read is kept in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 labels found no room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leans against %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leans in favor of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marks are hidden: by the filter, the period or the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marks are merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marks have no date and no place in the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marks shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more names are shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now does “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 marks known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them not reported by then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 opposes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 proposals were imported from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 proposals were saved in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows do not fit and are left out: make the figure taller, or split it over pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 second-hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows a view of another project, “%2”. Open that project to see what it shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows a view of the project “%2”. Open that project, then drop the picture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stances have no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stances in no period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stand in for shipped ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 supports %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took the places of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 walks through the window and cannot be given away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made from another state of “%2”: articles or corrections have changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 were reported more than a week later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 px = %3 × %4 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Stanceline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, but %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, conditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, counted from its own date: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in place of Stanceline's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, reported by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; further ones counted less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear all but pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy to clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dim what it takes away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit and use…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide what it takes away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep for all my projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name and note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overwrite %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pin “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as a new preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>' again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>' cannot be merged with itself. Choose another actor to merge it into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>' cannot be the id of a proposal. Use lower-case letters, digits and hyphens, for example city-bus-lanes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>' into '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>' is no date. Write it as year, month and day, for example 2023-07-12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>' is none of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>' its own name back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>' to '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>', 'Source Sans 3', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>'. Tables are </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 dimmed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 not yet known)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(-?\d{1,4})\s?(bc|bce)?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(?:(\d{1,2})(?:st|nd|rd|th)?\s)?([a-z]{3,9})\.?\s?(?:(\d{1,2})(?:st|nd|rd|th)?,?\s)?(\d{4})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(?:\s+(?:at\s+least|about|around|the|early|late|mid))*[\s-]*$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(?:^|[^\w])from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(since|from|until|to)\s(.+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>). Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>). Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>)&lt;/td&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>* { widget-animation-duration: 0; }
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*.md</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*.txt *.md *.markdown *.html *.htm *.xhtml *.json *.jsonl *.ndjson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, column </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, this program reads up to </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Check the disk and the folder's permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Check the name and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Choose another folder, or copy the project to one that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Choose one of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Close it there, or work on a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Drawn with Stanceline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Split into longer periods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Use PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.html</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.jsonl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.md</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.svg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>//EN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 lets the program choose; from 96 px on a cell shows how the position went. Also by dragging a column's edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 by an inferred day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 has no day on this clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hidden by filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 mark shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of them not reported by then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 was reported more than a week later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>180 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: a row ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: no stance in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: nobody takes a side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: row </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: the choices are not the declared ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: the columns are not the declared ones (</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: two rows have the key </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: type </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; choose one of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; it has </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; there are </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;!DOCTYPE html&gt;
&lt;html lang="en" xmlns="http://www.w3.org/1999/xhtml"&gt;
&lt;head&gt;
&lt;meta charset="utf-8" /&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;!DOCTYPE html&gt;
&lt;html lang="en"&gt;
&lt;head&gt;
&lt;meta charset="utf-8"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/a&gt;&lt;/li&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/blockquote&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/div&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/div&gt;
&lt;/body&gt;
&lt;/html&gt;
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/div&gt;
&lt;div class="dark"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/figure&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/figure&gt;
&lt;nav&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/h1&gt;
&lt;ol&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/li&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/main&gt;
&lt;/body&gt;
&lt;/html&gt;
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/main&gt;
&lt;div hidden="hidden"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/metadata&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/metadata&gt;
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/nav&gt;
&lt;/section&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/ol&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/ol&gt;&lt;/header&gt;
&lt;main&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/rdf:li&gt;&lt;/rdf:Alt&gt;&lt;/dc:description&gt;
&lt;xmp:CreatorTool&gt;Stanceline </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/rdf:li&gt;&lt;/rdf:Alt&gt;&lt;/dc:title&gt;
&lt;dc:description&gt;&lt;rdf:Alt&gt;&lt;rdf:li xml:lang="x-default"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/rdf:value&gt;&lt;/s:view&gt;&lt;/rdf:Description&gt;
&lt;/rdf:RDF&gt;&lt;/x:xmpmeta&gt;
&lt;?xpacket end="r"?&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/style&gt;
&lt;/head&gt;
&lt;body&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/svg&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/tbody&gt;&lt;/table&gt;&lt;/div&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/td&gt;&lt;/tr&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/td&gt;&lt;td class="quote"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/td&gt;&lt;td&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/td&gt;&lt;th scope="row"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/text&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/th&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/th&gt;&lt;td&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/title&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/title&gt;&lt;rect </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/tr&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/tr&gt;&lt;/thead&gt;&lt;tbody&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;/xmp:CreatorTool&gt;
&lt;/rdf:Description&gt;
&lt;rdf:Description rdf:about="" xmlns:s="https://stanceline.org/ns/1/"&gt;&lt;s:view rdf:parseType="Resource"&gt;
&lt;rdf:value id="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;?xpacket begin="﻿" id="W5M0MpCehiHzreSzNTczkc9d"?&gt;
&lt;x:xmpmeta xmlns:x="adobe:ns:meta/"&gt;&lt;rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"&gt;
&lt;rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"&gt;
&lt;dc:title&gt;&lt;rdf:Alt&gt;&lt;rdf:li xml:lang="x-default"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;\?xml[^&gt;]*\?&gt;|&lt;!DOCTYPE[^&gt;]*&gt;|&lt;metadata.*?&lt;/metadata&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;a class="skip" href="#marks"&gt;Skip the picture, go to the table&lt;/a&gt;
&lt;main&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;a href="#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;a href="#source-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;a href="#view-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;blockquote&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;blockquote&gt;“</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;div class="light"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;div class="scroll" tabindex="0" role="region" aria-labelledby="marks"&gt;&lt;table&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;div class="scroll" tabindex="0" role="region" aria-labelledby="stances"&gt;&lt;table&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;figure aria-label="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2 id="marks" tabindex="-1"&gt;Marks and their quotations&lt;/h2&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2 id="sources"&gt;Sources&lt;/h2&gt;
&lt;ol class="sources"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2 id="stances"&gt;Who stands where&lt;/h2&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;header&gt;&lt;h1&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;li id="source-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;a href="#view-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;meta http-equiv="Content-Security-Policy" content="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;meta name="generator" content="Stanceline" /&gt;
&lt;title&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;meta name="generator" content="Stanceline"&gt;
&lt;title&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;meta name="viewport" content="width=device-width, initial-scale=1" /&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;meta name="viewport" content="width=device-width, initial-scale=1"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;metadata id="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p class="muted"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;The first </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;path aria-label="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;section id="view-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;style&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;svg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;svg </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;svg role="group" </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;td class="muted"&gt;no statement found&lt;/td&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;td&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;text ([^&gt;]*)&gt;([^&lt;]*)&lt;/text&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;text textLength="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;th scope="col"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;thead&gt;&lt;tr&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;thead&gt;&lt;tr&gt;&lt;th scope="col"&gt;Actor&lt;/th&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;title&gt;.*?&lt;/title&gt;|&lt;desc&gt;.*?&lt;/desc&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;tr id="mark-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;tr&gt;&lt;th scope="row"&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>=Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>@stanceline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell is the weighted middle of its stances. The weights are kept in the project, can be undone, and change nothing in the stances themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of position is where the windows before and after it disagree in sign or by two steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day, a month or a year, for example 2023-07-12, July 2023 or 2023: to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that was added before and has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A font size of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long bar below: many stances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new debate takes a minute: press the plus beside the matrix's titles (or Ctrl+Shift+N), type a title and a name or two, and take over what the articles suggest. Double-click a title to change it. In a passage the actor is underlined, the deciding words stand in a box, what they are about has a dashed line, the date a dotted one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer word replaces the older one after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page a quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page for so many days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A period, for example 2023-07, July 2023, or 2023-07-01 – 2023-07-09</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset needs a name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proposal needs a title. Type one, or cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reference event needs a name and days that do not end before they begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved view needs a name, so that it can be found again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small box: not so sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stance runs from -2 (opposes) to 2 (supports); </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tick below each mark shows on which day it was reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A year, a month or a day, for example 2023, July 2023, 2023-07-12 or 44 BC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A year, month or day: 2023, 2023-07, 7 July 2023</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Stanceline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above and below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actors who put it forward: they are for it until they say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a name that articles use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a noun that stands for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an argument against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an argument for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an event of your own (Insert)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add articles first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add articles to see how often each name is found and what it would count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the list (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the event “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the focused mark to the selection, or take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the proposal “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add who put it forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AddButton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions have their own keys again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All dates that hang on it move along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events of %1 are here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All in all: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All it said and did moves to the actor you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All marks as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All preferences are as the program comes with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All proposals of %1 are here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that the actor has said on the proposal, and what has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All three can be told apart with any kind of color vision; the signs stay in every one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also by Ctrl+Shift and the wheel over the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also carried by:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also carried by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An actor needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An actor needs a name. Type one, or cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agency story in three papers is one witness; the earliest article counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article without a date is dated by what it says, above all by events whose days are known. Where none pins it, add the event (Edit ▸ Reference events); the Why page then names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unnamed source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An update keeps your corrections of the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any precision: 2023, July 2023 to 2024, 2023-07-01 to 2023-07-09, since 2023, until March 2024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argues against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argues for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments &amp;for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments a&amp;gainst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys go from mark to mark, Enter opens, Space selects, plus and minus zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow: since then, or until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles by source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles that name it and have no date of their own are dated by it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As known on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As known on </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As known on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As set below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system also follows its wish for more contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis on top and below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BEGIN:VCALENDAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BEGIN:VEVENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the statement before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar: lasts this long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars of totals beside the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By event time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By half-year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By publication time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the places of these keys on the keyboard, whatever letters they bear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CALSCALE:GREGORIAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CATEGORIES:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar (ICS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be used now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot open "</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write "</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write a picture as </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write in "</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells are counted another way now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells are counted another way now; all %2 show the same stances as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change how cells are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the event “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the proposal “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the reference events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the view “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes as CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes from A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ChartView</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a stance, or a cell of the matrix, to see all that an actor has said on a proposal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an actor from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the five.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one to see both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose sources…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the date of '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the stance of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a mark or a stance cell to see the words behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a stance cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close: show what is known today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comb: comes again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence %1: about %2 of 100 stances like it are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradictions (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected problems as text; all, where none is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to &amp;edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corner: corrected by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct: put right what the program got wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count copies of one story once, whatever number of articles carry it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E, for a report or a slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Home, Ctrl+End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right, Ctrl+Up, Ctrl+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DELETE FROM article WHERE is_removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DELETE FROM decision WHERE kind = ? AND key = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DELETE FROM edit WHERE number = (SELECT max(number) FROM edit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DELETE FROM edit WHERE number = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DELETE FROM kept WHERE entry = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DELETE FROM proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DELETE FROM reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DESCRIPTION:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DTEND;VALUE=DATE:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DTSTAMP:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DTSTART;VALUE=DATE:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: second-hand, others say it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated by the report: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates are read, stances are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates as 2024-05-12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of a known event: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days that are still to be checked make a day likelier, but never rule one out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimmed marks stay as pale ones, so that it can be seen what a filter leaves out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dims %1 marks. Click to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss it for good (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the hint “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not apply (n/a)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots: the day was worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the timeline, or turn the wheel with Shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop article files or a folder here, or paste an article's text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport yours…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>END:VCALENDAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>END:VEVENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit “%1”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embed the view, to bring it back by dropping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the presentation (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter adds it, Delete dismisses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events as CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events as JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events whose days are known. An article without a date gets its day from those it names. Your own are kept in the project and can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is worked out on this computer. No text leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export your reference events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ExportDialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ExportSource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F, T, +, − and ? without Ctrl. Turn them off if you speak to your computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FROM YOUR ARTICLES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fading ends: about then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FigureError</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FigureSettings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FileLock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters and data date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters hide all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the articles at hand and wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First or last mark in the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First or last mark of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit that mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the columns to their titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the timeline's window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font size in points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For places where one of the colors is a party's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From statement to statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From – to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator[None, None, pd.DataFrame]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this action the keys back that it came with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glyphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harbor tunnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hatched: no articles from this time are loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hedged: possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hedged: probable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height as the rows need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides %1 marks. Click to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hollow, with a bracket: sometime in this month or year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How cells are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast it plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many stances each row and each column has, divided by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How rows are grouped and ordered, what the columns are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the words are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the date and the stance were worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the words add up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hypothetical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INSERT INTO article (id, sha256, digest, path, title, made_by, content) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, digest = excluded.digest, path = excluded.path, title = excluded.title, made_by = excluded.made_by, content = excluded.content, is_removed = 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INSERT INTO decision (kind, key, value) VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INSERT INTO edit (text, done, back) VALUES (?, ?, ?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INSERT INTO kept (entry, part, content) VALUES (?, ?, ?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INSERT INTO proposal (id, place, content) VALUES (?, ?, ?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INSERT INTO reference (name, content) VALUES (?, ?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INSERT INTO setting VALUES ('program', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value &lt;&gt; excluded.value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import reference events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In brackets: on a condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In favor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no period, but in the last column: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the articles also: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the same words as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In their own words or deeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident: an attack, a crash, a flood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferred date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Int64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a part of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is dimmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It dates no article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no name yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays kept for other projects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal column 90 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the day at the right edge of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the old text alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the old text and add the new one as an article of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these details while others are selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as it was: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept both: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept | None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known as: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known from when a report of it was published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known from when it happened or was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LabelMemory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leans against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leans in favor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the selected problems out of list and count (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of the brushed period, then of the selection, then of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>License</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeliest days of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lisbon Forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lisbon Forum 2024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List who stands elsewhere in B than in A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the passage, and set the article's date if it is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>METHOD:PUBLISH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIT License. Typeface: Source Sans Pro, SIL Open Font License 1.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make rows higher or lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks without a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix below the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on %1 with version %2 by `make quality`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting: a summit, talks, a visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge “%1” into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milestone: a vote, a law, a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed, where the other side has at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the focus without selecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the proposal “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view by a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view by a tenth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move through time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved: a wedge in the color from before, an arrow to where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named in the article:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest mark in the row above or below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New projects begin with it; this is not undone by Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New proposal…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New reference event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest article: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next of the selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No actor is named here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article has a known day of publication. Set one in the details of any mark of the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article names it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article uses it yet; other names under “Also called” may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles from %1 to %2 are loaded: silence here says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles from after %1 are loaded: silence here says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles from before %1 are loaded: silence here says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contradictions were found in these articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event has all these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figures came with this copy of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter is in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loaded article speaks of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mark is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outlet named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preference has “%1” in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project was opened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proposal here has parts. A proposal says in its editor what it is a part of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proposal yet. Press New, or import a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stance on this proposal has a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No statement found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No view is saved yet. Go where there is something to see and save it with Ctrl+D. Several views, one after the other, are a story that F5 plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody speaks here, so there is no stance to set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody takes a side here yet. Write the proposal that these articles are about (Edit ▸ Proposals).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody takes a stance on either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not attributed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in the articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet: put the marked field right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, shown below the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes ✎</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing glides, fades or unrolls; a playback goes step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on the timeline yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is saved yet. Press Esc or Cancel once more to let the changes go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more to suggest. A new name or two may bring further ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing suits “%1”. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nouns that mean it once it has been named: “the plan”, “the crossing”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number in the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of days or pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbered source list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to the next statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once articles are read, they suggest further words here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One article uses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cell of %2 shows another stance now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One changed one of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One clue word is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column to the left in the matrix (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column to the right in the matrix (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One copy of them is not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One dated mark: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event was imported from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event was saved in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file of these names exists. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One found · Enter does it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One label found no room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One mark has no date and no place in the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One mark is hidden: by the filter, the period or the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One mark is merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One proposal was imported from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One proposal was saved in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row does not fit and is left out: make the figure taller, or split it over pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One stands in for a shipped one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One took the place of another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only count the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the article's file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the focused mark, or zoom to those merged there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names, separated by commas or lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others' guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlets and articles that this side is counted from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all articles, copies count once, unless you set it otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own length…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, a page a view (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRAGMA quick_check(1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRODID:-//Stanceline//Stanceline </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page 000 of 000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pale and dotted: only suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periods from which no articles are loaded are hatched: silence there says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that carry a view (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin row on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin “%1”: keep it in this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned: follow the selection again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places that mean it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned or not real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned or only supposed event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned, its day is over, and no report confirms it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned, unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PlotScene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poster A0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous of the selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous or next mark in the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program's own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposals (*.toml *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposals (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed &amp;by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protest: a march, a strike, a petition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publication ticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple and orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all weights and times back to those that the program comes with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PySide6-Essentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QDialogButtonBox { button-layout: 3; dialogbuttonbox-buttons-have-icons: 0; }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote in its surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoted differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range, filters, selection and order of the rows are kept with the project. Saved views, one after the other, are a story that F5 plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the new text in the old one's place; corrections of the article stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the selected files again; all, where none is selected (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read, perhaps with wrong letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read; the project has %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading has ended: %1 articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading has ended: one article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped; the project has %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent pro&amp;jects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the event “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the proposal “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the view “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the view “%1” to “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by the &amp;present view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the view “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report A3 landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report A4 landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported by the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported by the article itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry, or add the article again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RowGeometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT content FROM article WHERE id = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT content FROM kept WHERE entry = ? AND part = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT content FROM proposal ORDER BY place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT id FROM article WHERE is_removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT id, sha256, digest, path, title, made_by FROM article WHERE NOT is_removed ORDER BY id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT kind, key, value FROM decision ORDER BY kind, key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT name, content FROM reference ORDER BY name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT number, done, back FROM edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT text, done, back FROM edit ORDER BY number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT text, done, back FROM edit ORDER BY number DESC LIMIT 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT value FROM setting WHERE name = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATUS:CANCELLED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATUS:TENTATIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SUMMARY:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all proposals as a file that can be imported, or given to --proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the view “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this work before it is closed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save your own events as a TSV table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, rename or delete presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved views, in the order of the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Every change is kept in %1 as you make it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that %1 applies to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that %1 does not apply to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says the contrary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the rows by a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search events, actors, quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names, places, series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search reference events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second-hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second-hand, from one who has taken a side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the words it rests on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a mark first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a mark first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select what is in the band; on the axis: brush a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semibold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by you, so nothing is left to doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the article's date if you know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings cannot be kept: %1 cannot be written. They last until the window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several marks; the end shows their stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share in favor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares with 95 % intervals. Articles differ: on yours it may be better or worse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Left, Shift+Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Page Up, Shift+Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1 ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its range and filter here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these words in the passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these words there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this stance and how it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sides by period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sides over time: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single keys act in the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SliceUnit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide 4K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid: in their own words or deeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the program went wrong. Your work is kept. Copy the details for a report, and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source Sans Pro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SourceSansPro-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources give different days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech or publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stan&amp;d-ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance against: ticks below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance in favor: ticks above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance matrix as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>StanceMatrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stanceline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stanceline </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stanceline projects (*%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stances are read in its first part alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stances beside the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stances in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stances of %n actor(s)</source>
        <translation type="unfinished"><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Stances said outright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement without a stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements and stances as CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements and stances as JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading and keep what has been read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested stances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested, not said outright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested, not said outright: a reader has to infer it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions from the articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the colors of the sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIFF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRANSP:TRANSPARENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TSV tables (*.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of events (*.tsv *.csv *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the event out (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the proposal out (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the visible period for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take “%1” off this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes no side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text as outlines, for programs without the font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, rows, cells, icons and targets, on top of the system's own scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That makes </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That makes more than </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article gives no time for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article shows nothing until it is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article wrote “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of the file. Its last words account for all %1 of the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The busiest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar ends here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns are periods of this length, beginning with the first dated stance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date stays as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day is stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event was not kept for other projects. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure is too large, or its resolution is. Use at most </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure is too small. Use at least 200 x 150 px and a positive number of dots per inch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed since it was added; this is the text that was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there any more; this is the text that was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of settings is not JSON: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of settings is too large. Give a JSON object of settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of settings must hold a JSON object, such as {"theme": "dark", "font_pt": 8}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter %1 leaves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filters leave nothing, and none of them alone is the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hints are shown with the first articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of the timeline and of the pointer stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is longer than %1 characters:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers of rows and of pages must be at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pasted text could not be kept in %1: %2. Save it as a file and add that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period cannot be read. Write it like 2023-07-01 or July 2023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written as </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has its text once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no article '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project is damaged: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range ends before it begins. Give FROM before TO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same words elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be read and were set aside as %1. Defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read, and not be set aside: %2. Defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest text is %1 pt on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stronger signs gave the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables are still being made. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeline was copied as an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title counts as a name: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title itself stands in no article; the names below are what counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view is too large to be one that Stanceline wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view of %1 is shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view was made by a newer version of Stanceline (views </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “%1” was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “%1” was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wheel alone zooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wheel with Ctrl then scrolls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are hedged: only possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are hedged: probable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no stance colors </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a preset of that name. Another name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no matrix to draw: no proposal was found. Name one, or draw the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left for a row. Make the figure taller, choose a smaller font, or leave out the sources, the legend or the title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left for the timeline. Make the figure wider or leave the matrix out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no saved view yet. Save one with Ctrl+D.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no theme </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no view after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no view before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw: no actor was found in these articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to show yet. Wait until the articles are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was one problem while reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were %1 problems while reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These articles name no known proposal. Write the one they are about to see who stands where on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These settings cannot be used: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This installation of Qt cannot write </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no date. Write it like 2023-07-12 or July 2023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no period. Write it like July 2023, or 2023-07-01 – 2023-07-09.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no single day. Write it as year, month and day: 2023-07-12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no view that Stanceline can show: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no view that Stanceline can show: it does not say its version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the finest scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the present view. Save views with Ctrl+D, and they are played here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the widest range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part of the project is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture was made by a newer version of Stanceline. Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline and stances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TimelineCanvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TimelineJS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TimelineView</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be for it means that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told by others: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triangle: before or after a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the wheel with Ctrl, or press Ctrl and +.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a title or a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a title or a name: what the articles have of it is shown as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do, or whom or what to go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UID:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UPDATE article SET is_removed = 0 WHERE id = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UPDATE article SET is_removed = 1 WHERE id = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undated because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work was found (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update its article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the name %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the program's date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the program's name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the program's reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used from the next start of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual width of columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VACUUM INTO ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VERSION:2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View after (Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View before (Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ViewState</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W, A, S, D zoom and pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to name it, a few words each. Word order, plurals and a country's other names need not be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web 1600 at 2×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks on the time axis are numbered (ISO 8601).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a click does with the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What filters take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What narrows them down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people take sides on: each is a column of the matrix where the articles name it. A title and a name or two are enough; nothing is read again. All changes are kept in the project and can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the columns are: proposals, parts of one, or periods of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the export holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this picture says of its view is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this picture says of its view is too large to be from Stanceline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to watch out for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was postponed or cancelled makes a day likelier, but never rules one out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would happen, in a sentence or two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When was “%1” published?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where actors stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where actors stand over time: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does %1 stand?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it says something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the two clocks: when it happened, or when a reader could know of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who deplores one of these is suggested to lean against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who favors one of these is suggested to lean in favor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who put it forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who said what, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who stands where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who stands where on a contested plan, since when, and in whose words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who stands where, since when, and in whose words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who vouches for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it has no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the matrix's columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within them count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it %1 marks are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it one mark is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work cannot be kept for recovery: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note on '</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note on this mark. It is kept with the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a proposal of your own (Insert)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-WR-CALDESC:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-WR-CALNAME:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year, month, day, everywhere: on the axis, in lists and in exports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You, for all projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note, your corrections, what contradicts or repeats it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your other projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your table of reference events was left out: %1 Put it right, or move %2 away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom around the focused mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[,;:(–—]|\b(?:if|to|who|which|when|because|without)\b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>\b(?:not?|never)\s+(?:earlier|later)\s+than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>\d+-([a-z]+)\.md</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>\s*(?:–|—|/|\.\.|\bto\b|\s-\s)\s*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>\s+(?:on|onwards?|forward)\b(?!\s+the\b)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>^(.*): (in favor|against)$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>^(?:(?P&lt;file&gt;.*?)[:,] )?line (?P&lt;line&gt;\d+)\b(?: \([^)]*\):)?[:,]? ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group, as the article names it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hope or a worry about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a noun that stands for it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a piece is cut off or too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a piece is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a place that stands for its government here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a position that answers another: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pronoun for what was named last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a small model weighed the words of the sentence; the boxed ones counted most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a word for that state's government or people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actionPinArticle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actor_merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after this limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after|later than|not before|no earlier than|not earlier than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an argument that is listed for or against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an earlier position is given up: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approximate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approximate date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apsw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article	</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attributed_guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>author?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>autumn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before this limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before|prior to|ahead of|earlier than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bell-shaped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boolean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both_sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boxed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by|no later than|not later than|at the latest by|at the latest in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carries %1 stances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carries one stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>century</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed from “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chipRemove-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chrome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condition_span?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrast-dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrast-light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy_of?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cue_span?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dateparser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>datetime64[s]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision	</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default-src 'none'; style-src 'unsafe-inline'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>described in words of its names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dots per inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlierEvidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit.copy_citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit.copy_rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit.make_reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit.merge_actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit.pin_article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit.reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit.rename_actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit.set_date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edtf?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end_exclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every cell is filled where its row is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exportHeight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exportWidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file.open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file.sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first-hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first_hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font-family="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>furniture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given as a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>granularity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grid_strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half-years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hedged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden by filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holder_span?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>html</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hypothetical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id="</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id="v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image/svg+xml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in favor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in favor above, against below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in_favor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indirect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferred date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>int64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is clearly against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is clearly for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is rather against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is rather for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is kept open: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its range ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its words stand in the same sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jpeg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known by the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known by this description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lasts this long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>laterEvidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lean_oppose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lean_support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leans against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leans in favor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leans_against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leans_in_favor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves no side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out here: what was spoken of last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lexicons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made from the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes it depend on something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean in favor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>means %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory.py</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>milestone: vote, law, decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed on one side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mod?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved: wedge in the color from before, arrow towards support or opposition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named here with a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named in the same sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named right after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named right before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no action that needs the timeline is enabled before it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no articles from this time are loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date here; the report's own day counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no statement found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of yours yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>np.ndarray[tuple[int], np.dtype[np.bool_]]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>np.ndarray[tuple[int], np.dtype[np.int8]] | None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numpy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of those that take a side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>office?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on condition: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on_accent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one copy of them not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one stance has no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one stance in no period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ongoing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in A: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in B: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on this condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only_a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only_b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>openSource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oppose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own_proposals.py</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pandas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part_of?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part_of_day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pd.DataFrame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pd.DataFrame | None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pd.Series[Any]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pd.Series[bool]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people take sides on it close by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>periodFrom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>periodTo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>personal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pipeline.py</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned, its day is over, unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points back to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probably %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probably %1, within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published:inferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pyqtgraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quarters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quoted in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records.py</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated by other articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported by others only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported_by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows_cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s BCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>season</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second-hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second_hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share in favor, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shares a word with it in a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since|ever since|as from|as of|starting|beginning|effective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody who has taken a side on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sometime in this week, month or year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source_span?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaks against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaks for </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaks for %1, which leans the same way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaks for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speech or publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stages.py</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stance against (ticks below)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stance in favor (ticks above)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stance.scorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stance_rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stanceline-figure-data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands beside a name of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stated in its address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stated in its metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stated in its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statement marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statement?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>story.export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>story.present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>str</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strengthens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested, not said outright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surface_sunken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>svg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes no side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target_span?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temporal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text_disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text_muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the adjective “%1” and what it is said of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the article gives no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the author speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the date of one is longer than a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dates of %1 are longer than a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the noun of one of its names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the noun “%1” and what hangs on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the older, the less, evenly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the older, the less, slowly at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one who speaks here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one whom the paragraph is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one whom the pronoun most likely means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the only one named before whom it can mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proposal of the position that it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same noun as in one of its names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the smallest text is </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source of these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the subject before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tunnel is built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the turn of phrase “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the verb “%1” and what it governs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the words “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a chart to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timelinejs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timex?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told in other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told once more in other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>towards opposition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>towards support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>towards what happened to it, all in all: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trafilatura</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turns it around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undated: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undated?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>underlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlabeled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unresolved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until|till|up to|up until|lasting to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>url</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>url(#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>url(#v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>url?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view.fit_selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weakens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>webp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>week of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it is praised or blamed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it is said to bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it is said to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the article is mainly about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what this passage is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was decided about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who speaks for a body carries its position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>winter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>winter </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked out from its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{favor} in favor, {neither} neutral, {against} against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} shown, {merged} merged, {hidden} hidden, {undated} undated of {total} marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>| ![symbol](symbol:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±  Mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” alone is too general to be looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” also names %2. Where an article tells no more, either may be meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has %2 of %3 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has changed since it was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has its own keys again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no keys now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no longer kept for new projects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is one of your events now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is the present view now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is used from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” uses it: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was removed; Stanceline's own days count again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was saved, but nobody takes a side on it yet. Another name may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“No comment”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>”&lt;/blockquote&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation type="unfinished"><numerusform></numerusform></translation>
    </message>
    <message>
        <source>← Before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
