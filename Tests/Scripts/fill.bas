REM Fills workbooks as a person in LibreOffice would: opens each, types into the cells that a list names, saves, closes.
REM A line of the list is "open", the address of a file and the name of a sheet; or it is a row and a column from 0, "number" or
REM "text", and what to type there. Fields are parted by tabs; a text is written as the numbers of its characters.
Sub Fill(listAddress As String)
  On Error GoTo Failed
  Dim reader, fields, document, sheet
  Dim entry As String
  reader = CreateUnoService("com.sun.star.io.TextInputStream")
  reader.setInputStream(CreateUnoService("com.sun.star.ucb.SimpleFileAccess").openFileRead(listAddress))
  Do While Not reader.isEOF()
    entry = reader.readLine()
    If entry <> "" Then
      fields = Split(entry, Chr(9))
      If fields(0) = "open" Then
        If Not IsEmpty(document) Then SaveAndClose(document)
        document = StarDesktop.loadComponentFromURL(fields(1), "_blank", 0, Array(Setting("Hidden", True)))
        sheet = document.Sheets.getByName(Letters(fields(2)))
      Else
        TypeInto(sheet, fields)
      End If
    End If
  Loop
  If Not IsEmpty(document) Then SaveAndClose(document)
  reader.closeInput()
  StarDesktop.terminate()
  Exit Sub
Failed:
  Tell(listAddress, "line " & Erl & ": " & Error$)
  StarDesktop.terminate()
End Sub

Sub TypeInto(sheet, fields)
  Dim place
  place = sheet.getCellByPosition(CLng(fields(1)), CLng(fields(0)))
  If fields(2) = "number" Then
    place.setValue(Val(fields(3)))
  Else
    place.setString(Letters(fields(3)))
  End If
End Sub

Function Letters(points As String) As String
  Dim point
  Letters = ""
  For Each point In Split(points, " ")
    Letters = Letters & Chr(CLng(point))
  Next
End Function

Sub SaveAndClose(document)
  document.storeAsURL(document.getURL(), Array(Setting("FilterName", "Calc MS Excel 2007 XML"), Setting("Overwrite", True)))
  document.close(True)
End Sub

REM A message box would wait for ever.
Sub Tell(listAddress As String, message As String)
  Dim file As Integer
  file = FreeFile
  Open ConvertFromURL(listAddress) & ".error" For Output As file
  Print #file, message
  Close file
End Sub

Function Setting(key As String, content)
  Dim made As New com.sun.star.beans.PropertyValue
  made.Name = key
  made.Value = content
  Setting = made
End Function
