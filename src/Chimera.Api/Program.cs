Console.WriteLine("chimera");
